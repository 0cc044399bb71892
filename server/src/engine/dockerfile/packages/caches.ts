import type { Equivalents, Finding } from '../../rule.js';
import { appendCommand } from '../edit/appendCommand.js';
import { removes } from '../install/cleanup.js';
import { mountHolds } from '../install/mounts.js';
import type { DockerfileDocument } from '../model/types.js';
import { shippedStages } from '../stages/shipped.js';
import type { Instruction } from '../syntax/types.js';
import { headOf, optionUses, packageRuns } from './read.js';
import type { Action, Manager, PackageCommand } from './types.js';

/** Where a package manager keeps what it downloads, and how that is removed. */
export interface CacheFacts {
  readonly manager: Manager;
  /** Folders, each of which may be the one, depending on the release. */
  readonly folders: readonly string[];
  /** Managers whose clean-up removes the same files. */
  readonly alike: readonly Manager[];
  /** The command, without the program. */
  readonly clean: string;
  /** Operands that make a clean-up complete; none for any. */
  readonly complete?: ReadonlySet<string>;
}

const rpmFolders = ['/var/cache/yum', '/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/tdnf'];
const complete: ReadonlySet<string> = new Set(['all']);
const rpmFacts = { folders: rpmFolders, alike: ['yum', 'dnf'], clean: 'clean all', complete } as const;

/** yum(8), dnf(8), dnf5(8): `/var/cache/yum` up to release 7 and in microdnf, `/var/cache/dnf` then, `/var/cache/libdnf5` in dnf 5. */
export const yumCache: CacheFacts = { manager: 'yum', ...rpmFacts };
export const dnfCache: CacheFacts = { manager: 'dnf', ...rpmFacts };
/** zypper(8) */
export const zypperCache: CacheFacts = {
  manager: 'zypper',
  folders: ['/var/cache/zypp', '/var/cache/zypper'],
  alike: ['zypper'],
  clean: 'clean --all',
};

const fills: ReadonlySet<Action> = new Set<Action>([
  'install',
  'dependencies',
  'upgrade',
  'release-upgrade',
  'state',
  'refresh',
]);

/**
 * A finding for each RUN that leaves the files of a package manager in a layer of an image that somebody keeps, at the
 * last command that fetches some. `equivalents` are those of all such commands of the RUN. Never throws.
 */
export function* cachesLeft(
  doc: DockerfileDocument,
  facts: CacheFacts,
  equivalents: (commands: readonly PackageCommand[]) => Equivalents,
): Iterable<Finding> {
  for (const [run, commands] of packageRuns(doc, facts.manager)) {
    const filling = commands.filter(({ action }) => fills.has(action));
    const last = filling.at(-1);
    if (last === undefined || isKeptOut(doc, run, last, facts) || isCleaned(doc, run, last, facts)) continue;
    const elsewhere = rootOf(last) !== undefined;
    const sudo = last.run.wrappers.includes('sudo') ? 'sudo ' : '';
    const edits = elsewhere ? undefined : appendCommand(doc, run, `${sudo}${last.program} ${facts.clean}`);
    yield {
      at: headOf(last),
      message: `What ${last.program} downloads stays in this layer and makes the image larger; end the RUN with ${last.program} ${facts.clean}.`,
      fixes:
        edits === undefined
          ? []
          : [{ title: `Add ${last.program} ${facts.clean}`, safety: 'safe', edits: () => edits }],
      equivalents: equivalents(filling),
    };
  }
}

/** In a mount, or in a stage of which only chosen files are copied. */
function isKeptOut(doc: DockerfileDocument, run: Instruction, last: PackageCommand, { folders }: CacheFacts): boolean {
  if (folders.some((folder) => mountHolds(run, folder, doc))) return true;
  const stage = doc.stageOf(run);
  return stage !== undefined && !shippedStages(doc).has(stage) && rootOf(last) === undefined;
}

function isCleaned(doc: DockerfileDocument, run: Instruction, last: PackageCommand, facts: CacheFacts): boolean {
  const { end } = last.run.command.span;
  const root = rootOf(last) ?? '';
  for (const command of doc.commandsOf(run)) {
    // What a trap does comes last.
    if (command.name === 'trap') return true;
    if (command.span.start < end) continue;
    // The shell of these distributions is bash.
    if (facts.folders.some((folder) => removes(command, `${root}${folder}`, { braces: true }))) return true;
  }
  return facts.alike.some((manager) =>
    (packageRuns(doc, manager).get(run) ?? []).some(
      (command) =>
        command.action === 'clean' &&
        command.run.command.span.start >= end &&
        isSame(command.program, last.program) &&
        rootOf(command) === rootOf(last) &&
        (facts.complete === undefined || command.operands.some(({ value }) => facts.complete?.has(value))),
    ),
  );
}

/** yum is dnf since release 8; microdnf and tdnf have files of their own. */
function isSame(program: string, other: string): boolean {
  const own = /^(?:microdnf|tdnf)$/;
  return program === other || (!own.test(program) && !own.test(other));
}

/** `--installroot /mnt/root`: the files lie there, and what is copied is that folder. */
function rootOf(command: PackageCommand): string | undefined {
  return optionUses(command, { short: command.manager === 'zypper' ? 'R' : '', long: ['installroot', 'root'] }).at(-1)
    ?.value;
}
