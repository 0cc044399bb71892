import { mountHolds } from '../../server/src/engine/dockerfile/install/mounts.js';
import { outermost } from '../../server/src/engine/dockerfile/outermost.js';
import { packageCommands } from '../../server/src/engine/dockerfile/packages/read.js';
import type { Manager, PackageCommand } from '../../server/src/engine/dockerfile/packages/types.js';
import { unpinnedPackages } from '../../server/src/engine/dockerfile/packages/versions.js';
import type { ShellWord } from '../../server/src/engine/shell/types.js';
import type { Place } from '../../server/tools/conformance/types.js';
import { commandsHere } from './predicates.js';

/** What the differences of package managers ask about a place. */

/** The commands of the place's instruction that install packages by name, in the order of the text. */
function installsHere(place: Place, manager: Manager): readonly PackageCommand[] {
  return packagesHere(place, manager).filter(({ verb }) => verb?.value === 'install');
}

function packagesHere({ doc, instruction }: Place, manager: Manager): readonly PackageCommand[] {
  return packageCommands(doc, manager).filter(({ run }) => outermost(run.command.instruction) === instruction);
}

/** Every word that could be a package without a version holds a variable that is not known here. */
export function isAllUnknown(place: Place, manager: Manager): boolean {
  const installs = installsHere(place, manager);
  return installs.some(hasUnknown) && installs.every((command) => unpinnedPackages(command).length === 0);
}

function hasUnknown({ operands }: PackageCommand): boolean {
  return operands.some(({ literal, variables }) => !literal || variables.length > 0);
}

/** Every package without a version is one of these. */
export function areUnpinned(
  place: Place,
  manager: Manager,
  test: (word: ShellWord, command: PackageCommand) => boolean,
): boolean {
  return installsHere(place, manager).every((command) =>
    unpinnedPackages(command).every((word) => test(word, command)),
  );
}

/** The value of an option stands in a word of its own. */
export function hasOptionValue(place: Place, manager: Manager): boolean {
  return installsHere(place, manager).some(({ before, after, operands }) =>
    [...before, ...after].some((word) => !word.value.startsWith('-') && !operands.includes(word)),
  );
}

/** What hadolint takes for a clean-up is not in front of the first install: then it is silent. */
export function isTakenForCleaned(place: Place, manager: Manager): boolean {
  const [first] = installsHere(place, manager);
  const cleanup = firstCleanup(place);
  return first !== undefined && cleanup !== undefined && first.run.command.span.start < cleanup;
}

/** The complete clean-up stands behind all that fetches something, but what looks like another is in front of it. */
export function isCleanedAfterAll(place: Place, manager: Manager): boolean {
  const commands = packagesHere(place, manager);
  const last = commands.findLast(({ action }) => action !== 'clean' && action !== 'remove');
  const start = last?.run.command.span.start ?? 0;
  const cleaned = commands.some(
    ({ action, program, operands, run }) =>
      action === 'clean' &&
      program === last?.program &&
      run.command.span.start > start &&
      operands.some(({ value }) => value === 'all'),
  );
  return cleaned && !isTakenForCleaned(place, manager);
}

function firstCleanup(place: Place): number | undefined {
  return commandsHere(place).find(({ name, args }) => {
    if (name === 'rm') return args.some(({ value }) => value === '-rf');
    return /^(?:yum|(?:micro)?dnf)$/.test(name ?? '') && args.some(({ value }) => /^(?:clean|all)$/.test(value));
  })?.span.start;
}

/** A mount keeps the files of the package manager out of the layer. */
export function isCacheMounted({ doc, instruction }: Place, ...folders: readonly string[]): boolean {
  return instruction !== undefined && folders.some((folder) => mountHolds(instruction, folder, doc));
}

/** `dnf --installroot /mnt/root`: what is copied elsewhere is that folder, the files of dnf included. */
export function hasOwnRoot(place: Place): boolean {
  return commandsHere(place).some(({ args }) => args.some(({ value }) => value.startsWith('--installroot')));
}
