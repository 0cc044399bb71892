import { groupBy } from '../../../groups.js';
import { memoised } from '../../../memo.js';
import { resolvePath } from '../../../text/paths.js';
import type { DockerfileDocument, RunCommand, Stage, StageLink } from '../../model/types.js';
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

/** What each stage holds in the end. Linear; never throws. */
export const devPackages = memoised((doc: DockerfileDocument): ReadonlyMap<Stage, readonly DevPackages[]> => {
  const found = new Map<Stage, readonly DevPackages[]>();
  if (doc.runsOf(...byProgram.keys()).length === 0) return found;
  const steps = groupBy(doc.runsOf(...byProgram.keys(), ...removers), ({ command }) => command.instruction);
  for (const stage of doc.stages) {
    let held = (stage.parent && found.get(stage.parent)) ?? none;
    for (const instruction of stage.instructions) {
      const runs = steps.get(instruction);
      if (runs !== undefined) held = afterRun(doc, runs, held);
      else if (instruction.keyword === 'COPY') held = afterCopy(doc, instruction, held, found);
    }
    if (held.length > 0) found.set(stage, held);
  }
  return found;
});

const none: readonly DevPackages[] = [];
const byProgram = new Map(devTools.flatMap((tool) => tool.programs.map((program) => [program, tool] as const)));
/** Commands that take packages away, or move them. */
const removers = ['rm', 'mv', 'npx', 'node-prune'];

function afterRun(
  doc: DockerfileDocument,
  runs: readonly RunCommand[],
  before: readonly DevPackages[],
): readonly DevPackages[] {
  let held = before;
  for (const run of [...runs].sort((a, b) => a.command.span.start - b.command.span.start)) {
    const { name = '', args } = run;
    const tool = byProgram.get(name);
    if (tool === undefined) {
      held = held.filter((other) => !args.some(({ value }) => value.includes(other.tool.result)));
      continue;
    }
    const step = tool.reads(doc, run);
    if (step === undefined) continue;
    const folder = step.place ?? folderOfCommand(doc, run, step.folder);
    held = held.filter(
      (other) =>
        other.tool.result !== tool.result ||
        (folder !== undefined && other.folder !== undefined && other.folder !== folder),
    );
    if (step.kind === 'brings' && held.length < limit) held = [...held, { tool, run, step, folder, copied: undefined }];
  }
  return held;
}

const linksOf = memoised((doc: DockerfileDocument): ReadonlyMap<Instruction, StageLink> => {
  return new Map(doc.stages.flatMap(({ links }) => links.map((link) => [link.instruction, link] as const)));
});

function afterCopy(
  doc: DockerfileDocument,
  copy: Instruction,
  held: readonly DevPackages[],
  found: ReadonlyMap<Stage, readonly DevPackages[]>,
): readonly DevPackages[] {
  const source = linksOf(doc).get(copy)?.source;
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
      if (after.length < limit)
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
