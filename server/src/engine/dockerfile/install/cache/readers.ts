import { groupBy } from '../../../groups.js';
import { memoised } from '../../../memo.js';
import { unwrap } from '../../../shell/unwrap.js';
import type { Command, DockerfileDocument, Stage } from '../../model/types.js';
import { shippedStages } from '../../stages/shipped.js';
import type { Instruction } from '../../syntax/types.js';
import { relationOf } from './fights.js';
import type { Remedied } from './needs.js';

/** The stage on an external image that an instruction's stage is built from in the end. Never throws. */
export function rootOf(doc: DockerfileDocument, instruction: Instruction): Stage | undefined {
  const stage = doc.stageOf(instruction);
  return stage && roots(doc).get(stage);
}

const roots = memoised((doc: DockerfileDocument): ReadonlyMap<Stage, Stage> => {
  const found = new Map<Stage, Stage>();
  // Parents stand above their children.
  for (const stage of doc.stages) found.set(stage, (stage.parent && found.get(stage.parent)) ?? stage);
  return found;
});

const trees = memoised((doc: DockerfileDocument) => groupBy(doc.stages, (stage) => roots(doc).get(stage)));

/** What copies take out of stages, by the root of those. */
const copies = memoised((doc: DockerfileDocument) =>
  groupBy(
    doc.stages.flatMap(({ links }) => links).filter(({ instruction }) => instruction.keyword !== 'RUN'),
    ({ source }) => (source.kind === 'stage' ? roots(doc).get(source.stage) : undefined),
  ),
);

/** Whether a step without a mount, a copy, or the container itself may want what a tool downloads. Never throws. */
export function isReadElsewhere(doc: DockerfileDocument, { tool, at, remedy }: Remedied): boolean {
  const { instruction } = at.run.command;
  const root = rootOf(doc, instruction);
  if (root === undefined) return true;
  const taken = (copies(doc).get(root) ?? []).some(({ instruction: { words } }) =>
    words.slice(0, -1).some(({ value }) => {
      const path = value.replace(/(?<=.)\/[*.]*$/, '');
      return remedy.folders.some((folder) => relationOf(path, folder) !== undefined);
    }),
  );
  const tree = trees(doc).get(root) ?? [];
  if (taken || tree.some((stage) => runsAnything(doc, stage, instruction))) return true;
  const shipped = tree.filter((stage) => shippedStages(doc).has(stage));
  return shipped.some((stage) => mayRun(doc, stage, tool.programs));
}

/** Whether a stage has a RUN behind an instruction that may run any tool. */
function runsAnything(doc: DockerfileDocument, { instructions }: Stage, after: Instruction): boolean {
  return instructions.some((run) => {
    if (run.keyword !== 'RUN' || run.index <= after.index) return false;
    const readable = run.json !== undefined || doc.scriptOf(run) !== undefined;
    return !readable || doc.commandsOf(run).some(isOpaque);
  });
}

/** Commands that may run any tool. */
const opaque =
  /^(?:make|gmake|task|just|mage|bazel|bazelisk|nx|turbo|lerna|rake|ninja|cmake|meson|earthly|goreleaser|xargs)$/;

function isOpaque(command: Command): boolean {
  const { name, words, args } = unwrap(command);
  if (words.length === 0) return false;
  if (name === undefined || opaque.test(name)) return true;
  if (/^(?:ba|da|a|z|k)?sh$/.test(name)) return args.length > 0 && args.every(({ value }) => value !== '-c');
  return /\.sh$/.test(name) || (words[0]?.value.startsWith('.') === true && !/^(?:gradlew|mvnw)$/.test(name));
}

/** Whether a container of the stage may start one of the programs. */
function mayRun(doc: DockerfileDocument, { cmd, entrypoint }: Stage, programs: readonly string[]): boolean {
  const started = [entrypoint, cmd].flatMap((instruction) =>
    instruction === undefined ? [] : doc.commandsOf(instruction),
  );
  if (started.length === 0) return true;
  return started.some((command) => {
    const { name, args } = unwrap(command);
    // `dotnet app.dll` starts a program that is built.
    return isOpaque(command) || (programs.includes(name ?? '') && args[0]?.value.endsWith('.dll') !== true);
  });
}
