import { execForm, isProgram } from '../../shell/quote.js';
import type { ShellCommand, ShellScript } from '../../shell/types.js';
import type { Instruction } from '../syntax/types.js';

/** The exec form of shell text that is one plain command and means the same without a shell; else undefined. */
export function plainForm({ commands, simple }: ShellScript): string | undefined {
  const [only] = commands;
  return only !== undefined && commands.length === 1 && simple ? execForm(only) : undefined;
}

/**
 * `["/bin/sh", "-c", …]`; with `exec` where a program that comes last can take the place of the shell and so get the
 * signals. Not before `echo`: the program of that name may print something else.
 */
export function shellArray({ body: { text } }: Instruction, { commands, simple }: ShellScript): string {
  const last = commands.at(-1);
  const alone = last?.assignments.length === 0 && last.join !== '|' && last.scopes.length === 0 && isProgram(last.name);
  // Where quotes or escapes keep blanks, they stay.
  const line = /["'\\`]/.test(text) ? text : text.replaceAll(/[ \t]+/g, ' ');
  const at = last === undefined ? -1 : commandStart(line, last, commands.length);
  const script =
    simple && alone && last.name !== 'echo' && at >= 0 ? `${line.slice(0, at)}exec ${line.slice(at)}` : line;
  return JSON.stringify(['/bin/sh', '-c', script]).replaceAll('","', '", "');
}

/** Where the last command begins in the joined text; -1 where something follows it or that is unclear. */
function commandStart(line: string, { words, span }: ShellCommand, count: number): number {
  if (count === 1) return 0;
  const [first] = words;
  const at = first === undefined ? -1 : line.lastIndexOf(first.text);
  const before = line.slice(0, Math.max(at, 0));
  const quoted = before.split('"').length % 2 === 0 || before.split("'").length % 2 === 0;
  return at >= 0 && first?.span.start === span.start && /(?:&&|;)\s*$/.test(before) && !quoted ? at : -1;
}
