import { memoised } from '../../memo.js';
import type { ShellWord } from '../../shell/types.js';
import { unwrap } from '../../shell/unwrap.js';
import type { Command, DockerfileDocument } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';
import { lastRuns } from './lastRuns.js';

const tools: ReadonlySet<string | undefined> = new Set(['apt', 'apt-get', 'aptitude']);
/** apt-get(8): what looks into the package lists. */
const readers = /^(?:install|upgrade|dist-upgrade|full-upgrade|build-dep|download|source)$/;

/** The word `update` of a command that fetches apt's package lists. Never throws. */
function aptUpdate({ name, args }: Pick<Command, 'name' | 'args'>): ShellWord | undefined {
  return tools.has(name) ? args.find(({ value }) => value === 'update') : undefined;
}

/** Whether a later RUN on top of this one installs packages from the lists that it finds. Never throws. */
export function listsNeededLater(doc: DockerfileDocument, run: Instruction): boolean {
  const stage = doc.stageOf(run);
  return stage !== undefined && (lastReaders(doc).get(stage) ?? -1) > run.index;
}

/** For each stage the index of the last RUN, in it or in a stage built from it, that reads lists it did not fetch. */
const lastReaders = memoised((doc: DockerfileDocument) => lastRuns(doc, readsFirst));

function readsFirst(commands: readonly Command[]): boolean {
  const first = commands.find((command) => aptUpdate(unwrap(command)) !== undefined || readsLists(command));
  return first !== undefined && readsLists(first);
}

/** Whether a command, perhaps behind sudo, env or xargs, looks into the package lists. Never throws. */
export function readsLists(command: Command): boolean {
  const { name, args } = unwrap(command);
  return tools.has(name) && args.some(({ value }) => readers.test(value));
}
