import { memoised } from '../../../memo.js';
import { unwrap } from '../../../shell/unwrap.js';
import { resolvePath } from '../../../text/paths.js';
import type { Command, DockerfileDocument, RunCommand, Stage, StageLink } from '../../model/types.js';
import type { Instruction, Word } from '../../syntax/types.js';
import { folderOfCommand } from '../origins.js';
import { devTools } from './tools.js';
import type { DevStep, DevTool } from './types.js';

/** Packages for development that stand in a stage when it ends. */
export interface DevPackages {
  readonly tool: DevTool;
  /** The command that brought them. */
  readonly run: RunCommand;
  readonly step: DevStep;
  /** Folder of the project in the stage; undefined where it is not clear. */
  readonly folder: string | undefined;
  /** The source of the last copy that brought them from another stage, and that stage. */
  readonly copied: { readonly by: Instruction; readonly word: Word; readonly from: Stage } | undefined;
}

/** More projects in one stage are not looked at. */
const limit = 20;

/** What each stage holds in the end. Linear in the stages; never throws. */
export const devPackages = memoised((doc: DockerfileDocument): ReadonlyMap<Stage, readonly DevPackages[]> => {
  const found = new Map<Stage, readonly DevPackages[]>();
  const names = new Set(devTools.flatMap(({ programs }) => programs));
  if (doc.runsOf(...names).length === 0) return found;
  for (const stage of doc.stages) {
    let held = (stage.parent && found.get(stage.parent)) ?? [];
    for (const instruction of stage.instructions) {
      if (instruction.keyword === 'RUN') held = afterRun(doc, instruction, held);
      if (instruction.keyword === 'COPY') held = afterCopy(doc, stage, instruction, held, found);
    }
    found.set(stage, held.slice(0, limit));
  }
  return found;
});

function afterRun(doc: DockerfileDocument, run: Instruction, before: readonly DevPackages[]): readonly DevPackages[] {
  let held = before;
  for (const command of doc.commandsOf(run)) {
    const effective: RunCommand = unwrap(command);
    if (removesPackages(command))
      held = held.filter(({ tool }) => !command.args.some(({ value }) => value.includes(tool.result)));
    const tool = devTools.find(({ programs }) => programs.includes(effective.name ?? ''));
    const step = tool?.reads(doc, effective);
    if (tool === undefined || step === undefined) continue;
    const folder = step.place ?? folderOfCommand(doc, effective, step.folder);
    held = held.filter(
      (other) =>
        other.tool.result !== tool.result ||
        (folder !== undefined && other.folder !== undefined && other.folder !== folder),
    );
    if (step.kind === 'brings') held = [...held, { tool, run: effective, step, folder, copied: undefined }];
  }
  return held;
}

function removesPackages({ name }: Command): boolean {
  return name === 'rm' || name === 'mv' || name === 'npx' || name === 'node-prune';
}

const linksOf = memoised(
  (stage: Stage): ReadonlyMap<Instruction, StageLink> => new Map(stage.links.map((link) => [link.instruction, link])),
);

function afterCopy(
  doc: DockerfileDocument,
  stage: Stage,
  copy: Instruction,
  held: readonly DevPackages[],
  found: ReadonlyMap<Stage, readonly DevPackages[]>,
): readonly DevPackages[] {
  const source = linksOf(stage).get(copy)?.source;
  const theirs = source?.kind === 'stage' ? (found.get(source.stage) ?? []) : [];
  const target = copy.words.at(-1);
  if (source?.kind !== 'stage' || theirs.length === 0 || target === undefined) return held;
  const to = doc.expand(target, copy);
  const start = doc.workdirAt(copy);
  if (!to.known || (start === undefined && !to.value.startsWith('/'))) return held;
  const place = resolvePath(start ?? '/', to.value);
  let after = held;
  for (const word of copy.words.slice(0, -1)) {
    const from = doc.expand(word, copy);
    if (!from.known) continue;
    const path = resolvePath('/', from.value.replace(/\/\*$/, ''));
    for (const packages of theirs) {
      const folder = folderBehind(packages, path, place);
      if (folder === undefined) continue;
      after = after.filter((other) => other.tool.result !== packages.tool.result || other.folder !== folder);
      after = [...after, { ...packages, folder, copied: { by: copy, word, from: source.stage } }];
    }
  }
  return after;
}

/** Where the project of copied packages stands then; undefined if the copy leaves them out. */
function folderBehind({ tool, folder }: DevPackages, path: string, place: string): string | undefined {
  if (folder === undefined) return undefined;
  if (path === resolvePath(folder, tool.result))
    return place.endsWith(`/${tool.result}`) ? resolvePath(place, '..') : place;
  if (path === '/') return folder;
  return folder === path || folder.startsWith(`${path}/`)
    ? resolvePath(place, `./${folder.slice(path.length)}`)
    : undefined;
}
