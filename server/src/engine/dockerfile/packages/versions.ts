import type { ShellWord } from '../../shell/types.js';
import { optionUses } from './read.js';
import type { Manager, PackageCommand } from './types.js';

/**
 * The packages of an install command that may have any version, with their names. A word that stands for something
 * unknown, a file, a removal or a group is none. Never throws.
 */
export function unpinnedPackages(command: PackageCommand): readonly ShellWord[] {
  if (command.manager === 'zypper' && ofType(command)) return [];
  const isPinned = command.noun === 'module' ? isStream : pinned[command.manager];
  return command.operands.filter((word) => isName(word, command.manager) && !isPinned(word.value));
}

/** `zypper install -t pattern devel_basis` */
function ofType(command: PackageCommand): boolean {
  return optionUses(command, { short: 't', long: ['type'] }).some(({ value }) => value !== 'package');
}

type Test = (value: string) => boolean;

const pinned: Readonly<Record<Manager, Test>> = {
  // apt-get(8): `pkg=version`, `pkg/release`, files, `pkg-` to remove, `task^`, patterns such as `?name(…)`.
  apt: (value) => /[=/]|\.deb$|[-^]$|^[?~]/.test(value),
  // apk-world(5): `pkg=1`, `pkg~1`, `pkg<1`, files, `!pkg` for a conflict; the name of a library has its version in it.
  apk: (value) => /[=~<>/]|\.apk$|^!|^so:/.test(value),
  yum: isVersionedRpm,
  dnf: isVersionedRpm,
  // zypper(8): `pkg=1`, `pkg>=1`, files, and `!pkg` or `~pkg` to remove.
  zypper: (value) => /[=<>/]|\.rpm$|^[-!~]/.test(value),
};

/**
 * dnf(8), Specifying Packages: `name-version` or `name-version-release.arch`, where the last part starts with a digit;
 * also files, `name = 1`, what a package provides (`perl(Foo)`), `@group` and a glob behind the version.
 */
function isVersionedRpm(value: string): boolean {
  if (/[/=<>()]|\.rpm$|^[@-]/.test(value)) return true;
  const parts = value.split('-').slice(1);
  return /^\d/.test(parts.at(-1) ?? '') || /^\d[^-]*-\*/.test(parts.slice(-2).join('-'));
}

/** `dnf module install nodejs:18`. */
function isStream(value: string): boolean {
  return value.includes(':');
}

/**
 * Whether a word is the name of a package for certain. With an expansion at its end, or behind the `-` where rpm has
 * versions, it may have a version.
 */
function isName({ literal, value }: ShellWord, manager: Manager): boolean {
  if (value === '' || value.startsWith('-')) return false;
  if (literal) return true;
  if (/[`*?[]|\$\(|\$\w+$|\$\{[^}]*\}$/.test(value) || !/^[A-Za-z0-9]/.test(value)) return false;
  return (manager !== 'yum' && manager !== 'dnf') || !/-[^$]*\$/.test(value);
}
