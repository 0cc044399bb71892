import type { Facts } from '../../../facts.js';
import { memoised } from '../../../memo.js';
import { unwrap } from '../../../shell/unwrap.js';
import type { Edit } from '../../../text/span.js';
import { frontendKnows } from '../../model/frontend.js';
import type { DockerfileDocument, RunCommand } from '../../model/types.js';
import type { Instruction } from '../../syntax/types.js';
import { listsNeededLater, readsLists } from '../aptLists.js';
import { mountHolds, transientMounts } from '../mounts.js';
import { builderTools } from './builders.js';
import { switchedOn } from './fights.js';
import { languageTools } from './languages.js';
import { Surroundings } from './surroundings.js';
import { systemTools } from './systems.js';
import type { CachingTool, NamedCommand } from './tool.js';

/** A tool of one RUN whose downloads are thrown away. */
export interface CacheNeed {
  readonly tool: CachingTool;
  /** The first command of the RUN that downloads, and what is around it. */
  readonly at: Surroundings;
  /** How to keep them; undefined where that is not certain. Found out at each call: only a fix asks. */
  remedy(): CacheRemedy | undefined;
}

/** A need of which it is found out how to meet it. */
export type Remedied = Omit<CacheNeed, 'remedy'> & { readonly remedy: CacheRemedy };

export interface CacheRemedy {
  readonly folders: readonly string[];
  /** Flags of the RUN. */
  readonly mounts: readonly string[];
  /** Edits that switch the cache on. */
  readonly edits: readonly Edit[];
}

const tools: readonly CachingTool[] = [...systemTools, ...languageTools, ...builderTools];
const otherUser: ReadonlySet<string | undefined> = new Set(
  'sudo su su-exec gosu doas runuser chroot setpriv setuser'.split(' '),
);

/** What each RUN downloads without a mount for it, in the order of the text. Never throws. */
export function cacheNeeds(doc: DockerfileDocument, facts: Facts): ReadonlyMap<Instruction, readonly CacheNeed[]> {
  const needs = new Map<Instruction, CacheNeed[]>();
  // Mounts came with docker/dockerfile 1.2.
  if (!frontendKnows(doc, 2)) return needs;
  for (const tool of tools) {
    const byInstruction = new Map<Instruction, RunCommand[]>();
    for (const run of doc.runsOf(...tool.programs)) {
      const { instruction } = run.command;
      if (doc.stageOf(instruction)?.os === 'windows' || !tool.downloads(run) || isOffline(instruction)) continue;
      const before = byInstruction.get(instruction);
      if (before === undefined) byInstruction.set(instruction, [run]);
      else before.push(run);
    }
    for (const [instruction, runs] of byInstruction) {
      const need = needOf(doc, facts, tool, runs);
      if (need !== undefined) needs.set(instruction, [...(needs.get(instruction) ?? []), need]);
    }
  }
  for (const [instruction, own] of needs)
    needs.set(
      instruction,
      own.sort((a, b) => startOf(a) - startOf(b)),
    );
  return needs;
}

function startOf({ at }: CacheNeed): number {
  return at.run.command.span.start;
}

function isOffline({ flags }: Instruction): boolean {
  return flags.some(({ name, value }) => name === 'network' && value?.value === 'none');
}

function needOf(
  doc: DockerfileDocument,
  facts: Facts,
  tool: CachingTool,
  runs: readonly RunCommand[],
): CacheNeed | undefined {
  const [run] = [...runs].sort((a, b) => a.command.span.start - b.command.span.start);
  if (run === undefined) return undefined;
  const at = new Surroundings(doc, run, facts);
  const folders = tool.folders(at);
  if (folders === 'none') return undefined;
  const { instruction } = run.command;
  const hinted = transientMounts(instruction, doc).some(({ target, known }) => !known || tool.hint.test(target));
  if (folders === undefined) return hinted ? undefined : { tool, at, remedy: () => undefined };
  const missing = folders.filter((folder) => !mountHolds(instruction, folder, doc));
  if (missing.length === 0 || (hinted && (missing.length === folders.length || tool.name !== 'Go'))) return undefined;
  return { tool, at, remedy: () => remedyOf(tool, at, missing, runs) };
}

function remedyOf(
  tool: CachingTool,
  at: Surroundings,
  folders: readonly string[],
  runs: readonly RunCommand[],
): CacheRemedy | undefined {
  const { doc, run } = at;
  const system = systemTools.includes(tool);
  const account = system ? undefined : at.account;
  if (!folders.every((folder) => /^(?:\/[\w.+-]+){2,}$/.test(folder))) return undefined;
  const { instruction } = run.command;
  const switches = doc.commandsOf(instruction).some(({ name }) => otherUser.has(name));
  if (switches || (account === undefined && !system)) return undefined;
  const edits = switchedOn(tool, at, runs);
  const prepared = tool.name === 'apt' ? withoutCleaner(at) : [];
  if (edits === undefined || prepared === undefined) return undefined;
  const owner = account === undefined || account.uid === 0 ? '' : ownedBy(account);
  const options = `${tool.locked === true ? ',sharing=locked' : ''}${owner}`;
  const mounts = folders.map((folder) => `--mount=type=cache,target=${folder}${options}`);
  return { folders, mounts, edits: [...edits, ...prepared] };
}

function ownedBy({ uid, gid }: { readonly uid: number; readonly gid: number | undefined }): string {
  return `,uid=${uid}${gid === undefined ? '' : `,gid=${gid}`}`;
}

/**
 * Debian and Ubuntu configure apt to delete what it downloaded (docs.docker.com/reference/dockerfile, "RUN
 * --mount=type=cache"). The lists in the mount serve this RUN alone, so it has to fetch them itself.
 */
function withoutCleaner({ doc, run, stage }: Surroundings): readonly Edit[] | undefined {
  const { command } = run;
  const { instruction } = command;
  const commands = doc.commandsOf(instruction);
  const update = commands.findIndex((each) => isUpdate(unwrap(each)));
  const read = commands.findIndex((each) => readsLists(each));
  if (update < 0 || read < update || listsNeededLater(doc, instruction)) return undefined;
  if (cleanerMentions(doc).some((other) => other.index <= instruction.index && doc.stageOf(other) === stage)) return [];
  const plain = command.scopes.length === 0 && command.form !== 'exec' && /^(?:start|&&|;|newline)$/.test(command.join);
  if (!plain) return undefined;
  const { start } = command.span;
  return [{ span: { start, end: start }, text: 'rm -f /etc/apt/apt.conf.d/docker-clean && ' }];
}

function isUpdate({ name = '', args }: NamedCommand): boolean {
  return /^(?:apt|apt-get|aptitude)$/.test(name) && args.some(({ value }) => value === 'update');
}

const cleanerMentions = memoised((doc: DockerfileDocument) =>
  doc.byKeyword('RUN').filter(({ span }) => doc.source.slice(span).includes('docker-clean')),
);
