import { npmInstall } from '../../server/src/engine/dockerfile/install/npm.js';
import { gemPackages, looseGem } from '../../server/src/engine/dockerfile/install/pins/gem.js';
import { goPackages, looseGoPackage } from '../../server/src/engine/dockerfile/install/pins/go.js';
import { looseWords } from '../../server/src/engine/dockerfile/install/pins/loose.js';
import { looseNpmPackage } from '../../server/src/engine/dockerfile/install/pins/npm.js';
import { pipPackages } from '../../server/src/engine/dockerfile/install/pins/pip.js';
import { looseRequirement } from '../../server/src/engine/dockerfile/install/pins/python.js';
import { pipInstall, pipPrograms } from '../../server/src/engine/dockerfile/install/pip.js';
import type { RunCommand } from '../../server/src/engine/dockerfile/model/types.js';
import type { ShellWord } from '../../server/src/engine/shell/types.js';
import type { Place } from '../../server/tools/conformance/types.js';
import { runsHere } from './predicates.js';

/** What the differences of package managers of languages ask about a place. */

/** One command that installs by name. */
export interface NamedInstall {
  readonly run: RunCommand;
  /** The words that name packages. */
  readonly words: readonly ShellWord[];
  /** Those of them that have no version. */
  readonly loose: readonly ShellWord[];
}

/** The pip installs of the place. */
export function pipHere(place: Place): readonly NamedInstall[] {
  return runsHere(place, ...pipPrograms).flatMap((run) => {
    if (pipInstall(run) === undefined) return [];
    const { words } = pipPackages(place.doc, run);
    return [{ run, words, loose: looseIn(place, run, words, looseRequirement) }];
  });
}

/** The installs of npm of the place. */
export function npmHere(place: Place): readonly NamedInstall[] {
  return runsHere(place, 'npm').flatMap((run) => {
    const install = npmInstall(run);
    if (install?.kind !== 'install') return [];
    return [{ run, words: install.packages, loose: looseIn(place, run, install.packages, looseNpmPackage) }];
  });
}

/** The commands of gem of the place. */
export function gemHere(place: Place): readonly NamedInstall[] {
  return runsHere(place, 'gem').map((run) => {
    const words = gemPackages(run);
    return { run, words, loose: looseIn(place, run, words, looseGem) };
  });
}

/** The commands of go of the place. */
export function goHere(place: Place): readonly NamedInstall[] {
  return runsHere(place, 'go').map((run) => {
    const { words, newest } = goPackages(run);
    return { run, words, loose: looseIn(place, run, words, (value) => looseGoPackage(value, newest)) };
  });
}

function looseIn(
  { doc }: Place,
  { command }: RunCommand,
  words: readonly ShellWord[],
  test: Parameters<typeof looseWords>[3],
): readonly ShellWord[] {
  return looseWords(doc, command.instruction, words, test).map(({ word }) => word);
}

/** Nothing here is without a version, and a command is of this kind. */
export function noneButSome(installs: readonly NamedInstall[], test: (install: NamedInstall) => boolean): boolean {
  return installs.every(({ loose }) => loose.length === 0) && installs.some(test);
}

/** Every command with a package without a version is of this kind, and there is one. */
export function allLoose(installs: readonly NamedInstall[], test: (install: NamedInstall) => boolean): boolean {
  const speaking = installs.filter(({ loose }) => loose.length > 0);
  return speaking.length > 0 && speaking.every(test);
}

/** Some package stands in a variable or a substitution. */
export function namesUnknown({ words }: NamedInstall): boolean {
  return words.some(({ literal, value }) => !literal && /[$`]/.test(value));
}

/** A word without a dash is neither the first nor one of the packages: the value of an option. */
export function hasOptionValue({ run, words }: NamedInstall): boolean {
  const plain = run.args.filter(({ value }) => !value.startsWith('-'));
  return plain.slice(1).some((word) => !words.includes(word));
}
