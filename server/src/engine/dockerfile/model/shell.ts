import { isPosixShell } from '../../shell/shells.js';
import type { Instruction } from '../syntax/types.js';
import type { ShellPragma } from './shellPragma.js';
import type { ActiveShell, OperatingSystem } from './types.js';

const OTHER: ReadonlySet<string> = new Set(['powershell', 'pwsh', 'cmd', 'zsh', 'fish', 'nu', 'csh', 'tcsh']);

/** Base name of a program, lower case, without `.exe`: `C:\x\PowerShell.exe` → `powershell`. */
function programName(path: string): string {
  const base = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return base.toLowerCase().replace(/\.exe$/, '');
}

/** The shell that an argument list starts, also behind wrappers (`conda run -n x bash -c`, `env bash -c`). */
export function shellName(words: readonly string[]): string {
  const names = words.map(programName);
  return names.filter((name) => isPosixShell(name) || OTHER.has(name)).at(-1) ?? names[0] ?? '';
}

const LINUX_DEFAULT: ActiveShell = { words: ['/bin/sh', '-c'], name: 'sh', posix: true, instruction: undefined };
const WINDOWS_DEFAULT: ActiveShell = { words: ['cmd', '/S', '/C'], name: 'cmd', posix: false, instruction: undefined };

/**
 * The shell in force: the words of SHELL, what a comment for hadolint tells of the base image, or the default
 * (dockerfile2llb/defaultshell.go). A SHELL without a JSON array counts as unknown and not POSIX.
 */
export function activeShell(set: Instruction | ShellPragma | undefined, os: OperatingSystem): ActiveShell {
  if (set === undefined) return os === 'windows' ? WINDOWS_DEFAULT : LINUX_DEFAULT;
  if ('word' in set) return toldShell(set);
  const instruction = set;
  const words = instruction.json?.map(({ value }) => value) ?? [];
  const name = shellName(words);
  return { words, name, posix: isPosixShell(name), instruction };
}

function toldShell({ word, span }: ShellPragma): ActiveShell {
  const name = programName(word);
  const posix = isPosixShell(name);
  return { words: posix ? [word, '-c'] : [word], name, posix, instruction: undefined, pragma: span };
}
