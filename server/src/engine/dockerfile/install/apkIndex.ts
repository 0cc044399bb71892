import { memoised } from '../../memo.js';
import { operands } from '../../shell/options.js';
import type { ShellWord } from '../../shell/types.js';
import { unwrap } from '../../shell/unwrap.js';
import type { Edit } from '../../text/span.js';
import { insertOption, replaceWithOption } from '../edit/options.js';
import { deletion } from '../edit/remove.js';
import type { Command, DockerfileDocument } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';
import { lastRuns } from './lastRuns.js';

/** An `apk add` that keeps the index, with its word `add`. */
export interface ApkAdd {
  readonly command: Command;
  readonly add: ShellWord;
}

/** apk(8): options that take the next word. */
const withValue = [
  '-p',
  '--root',
  '-X',
  '--repository',
  '--arch',
  '--cache-dir',
  '--cache-max-age',
  '--keys-dir',
].concat(['--repositories-file', '--wait', '--timeout', '--progress-fd', '-t', '--virtual']);
/** Applets that do not look into the index. */
const withoutIndex: ReadonlySet<string> = new Set(['audit', 'cache', 'del', 'info', 'manifest', 'stats', 'verify']);
/** Options with which an applet fetches the index for itself, or does without. */
const ownIndex = /^(?:--no-cache|-U|--update|--update-cache|--no-network)$/;

/** The applet of an apk command, behind `sudo` and its like too; undefined for other commands. */
function apkVerb(command: Command): string | undefined {
  const { name, args } = unwrap(command);
  return name === 'apk' ? (operands({ args }, withValue)[0]?.value ?? '') : undefined;
}

function readsIndex(command: Command): boolean {
  const verb = apkVerb(command);
  if (verb === undefined || verb === '' || verb === 'update' || withoutIndex.has(verb)) return false;
  return !command.words.some(({ value }) => ownIndex.test(value));
}

/** For each stage the last RUN that reads the index as it finds it. */
const lastReaders = memoised((doc: DockerfileDocument) =>
  lastRuns(doc, (commands) => {
    const first = commands.find((command) => readsIndex(command) || apkVerb(command) === 'update');
    return first !== undefined && readsIndex(first);
  }),
);

/**
 * For each `apk add` of a RUN that keeps the index the edits with which none stays. An `apk update` before it would
 * still leave one, so it goes, and all adds behind it get the option; undefined where it cannot go, because something
 * else needs its index or stands in between. `adds` are those of the RUN that keep the index. Never throws.
 */
export function indexRepairs(
  doc: DockerfileDocument,
  run: Instruction,
  adds: readonly ApkAdd[],
): ReadonlyMap<ApkAdd, readonly Edit[] | undefined> {
  const repairs = new Map<ApkAdd, readonly Edit[] | undefined>();
  const byCommand = new Map(adds.map((add) => [add.command, add]));
  const parts: Command[][] = [[]];
  for (const command of doc.commandsOf(run)) {
    if (apkVerb(command) === 'update') parts.push([]);
    parts.at(-1)?.push(command);
  }
  const [before = [], ...behindUpdates] = parts;
  for (const command of before) {
    const add = byCommand.get(command);
    if (add !== undefined) repairs.set(add, complete([noCache(add)]));
  }
  for (const [i, part] of behindUpdates.entries()) {
    const own = part.flatMap((command) => byCommand.get(command) ?? []);
    const others = part.some((command) => readsIndex(command) && !byCommand.has(command));
    const needed = others || (i === behindUpdates.length - 1 && isNeededLater(doc, run));
    const [update, next] = part;
    const possible = !needed && update !== undefined && next !== undefined && byCommand.has(next);
    const removal = possible ? removed(doc, run, update, next) : undefined;
    const edits = removal === undefined ? undefined : complete([...own.map(noCache), ...removal]);
    for (const add of own) repairs.set(add, edits);
  }
  return repairs;
}

/** Whether a later RUN on top of this one reads the index that it finds. Never throws. */
export function isNeededLater(doc: DockerfileDocument, run: Instruction): boolean {
  const stage = doc.stageOf(run);
  return stage !== undefined && (lastReaders(doc).get(stage) ?? -1) > run.index;
}

/** `--update` asks for a fresh index, as --no-cache does, which takes its place. */
function noCache({ command, add }: ApkAdd): Edit | undefined {
  const update = command.args.find(({ value }) => /^(?:-U|--update|--update-cache)$/.test(value));
  return update === undefined
    ? insertOption(command, add, '--no-cache')
    : replaceWithOption(command, update, '--no-cache');
}

function isPlainUpdate({ name, args, redirects, assignments }: Command): boolean {
  const plain = args.every(({ value }) => value === 'update' || value.startsWith('-'));
  return name === 'apk' && plain && redirects.length === 0 && assignments.length === 0;
}

/** Takes out a command and what joins the next one to it; comments between them stay. */
function removed(
  doc: DockerfileDocument,
  run: Instruction,
  update: Command,
  next: Command,
): readonly Edit[] | undefined {
  const { span, list } = update;
  if (!isPlainUpdate(update) || next.list !== list || !['&&', ';', 'newline'].includes(next.join)) return undefined;
  const { start } = span;
  const end = next.span.start;
  const between = doc.source.slice({ start: span.end, end });
  if (!between.includes('#')) return [deletion(start, end)];
  const marks = run.continuations.filter((mark) => mark.start >= span.end && mark.end <= end);
  const [first, last] = [marks[0], marks.at(-1)];
  if (first !== undefined && last !== undefined) {
    const indent = /^[ \t]*/.exec(doc.source.slice({ start: last.end, end }))?.[0] ?? '';
    return [deletion(start, first.start), deletion(last.end + indent.length, end)];
  }
  const line = /^[ \t]*\r?\n[ \t]*/.exec(between)?.[0];
  return line === undefined ? undefined : [deletion(start, span.end + line.length)];
}

function complete(edits: readonly (Edit | undefined)[]): readonly Edit[] | undefined {
  const all = edits.filter((edit) => edit !== undefined);
  return all.length === edits.length ? all : undefined;
}
