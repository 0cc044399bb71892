import { mountHolds } from '../../server/src/engine/dockerfile/install/mounts.js';
import { outermost } from '../../server/src/engine/dockerfile/model/outermost.js';
import { packageCommands } from '../../server/src/engine/dockerfile/packages/read.js';
import { isDry } from '../../server/src/engine/dockerfile/packages/read.js';
import type { Manager, PackageCommand } from '../../server/src/engine/dockerfile/packages/types.js';
import { unpinnedPackages } from '../../server/src/engine/dockerfile/packages/versions.js';
import type { ShellWord } from '../../server/src/engine/shell/types.js';
import type { Place } from '../../server/tools/conformance/types.js';
import { commandsHere } from './predicates.js';

/** What the differences of package managers ask about a place. */

/** The commands of the place's instruction that install packages by name, in the order of the text. */
function installsHere(place: Place, manager: Manager): readonly PackageCommand[] {
  return packagesHere(place, manager).filter(({ verb }) => /^(?:install|in|add)$/.test(verb?.value ?? ''));
}

export function packagesHere({ doc, instruction }: Place, manager: Manager): readonly PackageCommand[] {
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
  return installsHere(place, manager)
    .filter((command) => !isDry(command))
    .every((command) => unpinnedPackages(command).every((word) => test(word, command)));
}

/** All packages have a version or need none, and this one is among them. */
export function needNoVersions(
  place: Place,
  manager: Manager,
  test: (value: string, command: PackageCommand) => boolean,
): boolean {
  const shown = installsHere(place, manager).some((command) =>
    command.operands.some(({ value }) => test(value, command)),
  );
  return shown && areUnpinned(place, manager, () => false);
}

/** What is installed without a version is only looked for. */
export function isOnlyTried(place: Place, manager: Manager): boolean {
  return installsHere(place, manager).some(isDry) && areUnpinned(place, manager, () => false);
}

/** The commands of the place with one of these words and none of those: hadolint wants one of them. */
export function lacking(place: Place, manager: Manager, words: RegExp, wanted: RegExp): readonly PackageCommand[] {
  return packagesHere(place, manager).filter(
    ({ run: { args } }) => args.some(({ value }) => words.test(value)) && !args.some(({ value }) => wanted.test(value)),
  );
}

/** A variable with a known value holds one of these words. */
export function holds({ run, args }: PackageCommand, wanted: RegExp): boolean {
  return args.some((word) => wanted.test(word.value) && !run.args.includes(word));
}

/** The value of an option stands in a word of its own. */
export function hasOptionValue(place: Place, manager: Manager): boolean {
  return installsHere(place, manager).some(({ before, after, operands }) =>
    [...before, ...after].some((word) => !word.value.startsWith('-') && !operands.includes(word)),
  );
}

/** What hadolint takes for a clean-up, for each program, is not in front of its first install: then it is silent. */
export function isTakenForCleaned(place: Place, manager: Manager): boolean {
  const installs = installsHere(place, manager);
  return (
    installs.length > 0 &&
    [...new Set(installs.map(({ program }) => program))].every((program) => {
      const first = installs.find((install) => install.program === program);
      const cleanup = firstCleanup(place, program);
      return first !== undefined && cleanup !== undefined && first.run.command.span.start < cleanup;
    })
  );
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

function firstCleanup(place: Place, program: string): number | undefined {
  return commandsHere(place).find(({ name, args }) => {
    if (name === 'rm') return args.some(({ value }) => value === '-rf');
    return name === program && args.some(({ value }) => /^(?:clean|all)$/.test(value));
  })?.span.start;
}

/** What this program fetches, all of it, another one of the same files removes. */
export function isCleanedBy(place: Place, program: Manager, other: Manager): boolean {
  const fetching = packagesHere(place, program).filter(({ action }) => action !== 'clean' && action !== 'remove');
  const last = fetching.at(-1)?.run.command.span.start;
  return (
    last !== undefined &&
    fetching.every((command) => command.program === program) &&
    packagesHere(place, other).some(
      ({ action, program: by, operands, run }) =>
        action === 'clean' &&
        by === other &&
        operands.some(({ value }) => value === 'all') &&
        run.command.span.start > last,
    )
  );
}

/** A mount keeps the files of the package manager out of the layer. */
export function isCacheMounted({ doc, instruction }: Place, ...folders: readonly string[]): boolean {
  return instruction !== undefined && folders.some((folder) => mountHolds(instruction, folder, doc));
}

/** `dnf --installroot /mnt/root`: what is copied elsewhere is that folder, the files of dnf included. */
export function hasOwnRoot(place: Place): boolean {
  return commandsHere(place).some(({ args }) => args.some(({ value }) => value.startsWith('--installroot')));
}
