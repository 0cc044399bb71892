import type { ShellWord } from '../../shell/types.js';
import type { RunCommand } from '../model/types.js';

/** The programs of one package system; `dnf` stands for dnf5, microdnf and tdnf too. */
export type Manager = 'apt' | 'apk' | 'yum' | 'dnf' | 'zypper';

/**
 * What a command does:
 * - `install`: brings packages by name, file, group or module;
 * - `dependencies`: brings what something else needs (`build-dep`, `source-install`, `fix`);
 * - `remove`;
 * - `upgrade`: newer versions of what is installed;
 * - `release-upgrade`: the same, and packages may go or the release may change;
 * - `state`: enables or resets a module;
 * - `refresh`: fetches the package lists;
 * - `clean`: removes what was downloaded.
 */
export type Action =
  'install' | 'dependencies' | 'remove' | 'upgrade' | 'release-upgrade' | 'state' | 'refresh' | 'clean' | 'other';

/** A command of a package manager, behind `sudo`, `env` or `xargs` too, with its variables expanded where known. */
export interface PackageCommand {
  readonly run: RunCommand;
  readonly manager: Manager;
  /** Base name as written: `apt-get`, `microdnf`. */
  readonly program: string;
  /** The word of the subcommand, the second one of `group install`; undefined where none is known. */
  readonly verb: ShellWord | undefined;
  /** `group` or `module` in front of the subcommand. */
  readonly noun: 'group' | 'module' | undefined;
  readonly action: Action;
  /** Options and operands, in order; a word of a variable comes as the words that it holds, with its span. */
  readonly args: readonly ShellWord[];
  /** Arguments in front of the subcommand. */
  readonly before: readonly ShellWord[];
  /** Arguments behind it. */
  readonly after: readonly ShellWord[];
  /** Operands behind the subcommand: packages, files, groups. */
  readonly operands: readonly ShellWord[];
}
