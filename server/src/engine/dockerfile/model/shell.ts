import { isPosixShell } from '../../shell/shells.js';
import type { Instruction } from '../syntax/types.js';
import type { ActiveShell, OperatingSystem } from './types.js';

const OTHER: ReadonlySet<string> = new Set(['powershell', 'pwsh', 'cmd', 'zsh', 'fish', 'nu', 'csh', 'tcsh']);

/** Base name of a program, lower case, without `.exe`: `C:\x\PowerShell.exe` → `powershell`. */
export function programName(path: string): string {
  const base = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return base.toLowerCase().replace(/\.exe$/, '');
}

/** The shell that an argument list starts, also behind wrappers (`conda run -n x bash -c`, `env bash -c`). */
export function shellName(words: readonly string[]): string {
  const names = words.map(programName);
  return names.filter((name) => isPosixShell(name) || OTHER.has(name)).at(-1) ?? names[0] ?? '';
}

const LINUX_SHELL = ['/bin/sh', '-c'];
const WINDOWS_SHELL = ['cmd', '/S', '/C'];

/**
 * The shell in force: the words of SHELL, or the default (dockerfile2llb/defaultshell.go).
 * A SHELL without a JSON array counts as unknown and not POSIX.
 */
export function activeShell(instruction: Instruction | undefined, os: OperatingSystem): ActiveShell {
  if (instruction === undefined) {
    const words = os === 'windows' ? WINDOWS_SHELL : LINUX_SHELL;
    return { words, name: os === 'windows' ? 'cmd' : 'sh', posix: os !== 'windows', instruction };
  }
  const words = instruction.json?.map(({ value }) => value) ?? [];
  const name = shellName(words);
  return { words, name, posix: isPosixShell(name), instruction };
}
