/** A shell or interpreter named by a shebang line. */
export interface ShebangShell {
  /** Base name in lower case: `sh`, `bash`, `python3`. */
  readonly name: string;
  /** Whether its scripts can be read as POSIX shell. */
  readonly posix: boolean;
}

const posixShells: ReadonlySet<string> = new Set([
  'sh',
  'ash',
  'bash',
  'dash',
  'hush',
  'ksh',
  'ksh88',
  'ksh93',
  'mksh',
  'oksh',
  'posh',
  'rbash',
  'yash',
]);

/** Whether text for the shell of this base name (lower case, no `.exe`) can be read as POSIX or bash text; zsh and fish cannot. */
export function isPosixShell(name: string): boolean {
  return posixShells.has(name);
}

/**
 * The interpreter that a script's first line names (`#!/bin/sh -e`, `#!/usr/bin/env -S bash -e`); undefined when the
 * line is no shebang. The kernel splits it at blanks (execve(2)).
 */
export function shellOfShebang(firstLine: string): ShebangShell | undefined {
  if (!firstLine.startsWith('#!')) return undefined;
  const words = firstLine.slice(2).trim().split(/\s+/);
  const first = baseName(words[0] ?? '');
  const name = first === 'env' ? baseName(words.slice(1).find(isProgram) ?? '') : first;
  return name === '' ? undefined : { name, posix: isPosixShell(name) };
}

function isProgram(word: string): boolean {
  return !word.startsWith('-') && !word.includes('=');
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}
