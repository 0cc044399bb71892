import { execForm, isProgram } from '../shell/quote.js';
import type { ShellScript } from '../shell/types.js';
import type { Instruction } from './syntax/types.js';

/** The exec form of shell text that is one plain command and means the same without a shell; else undefined. */
export function plainForm({ commands, simple }: ShellScript): string | undefined {
  const [only] = commands;
  return only !== undefined && commands.length === 1 && simple ? execForm(only) : undefined;
}

/** `["/bin/sh", "-c", …]`; with `exec` where one program can take the place of the shell and so get the signals. */
export function shellArray({ body: { text } }: Instruction, { commands, simple }: ShellScript): string {
  const [only] = commands;
  const replaceable = commands.length === 1 && simple && only?.assignments.length === 0 && isProgram(only.name);
  return JSON.stringify(['/bin/sh', '-c', replaceable ? `exec ${text}` : text]).replaceAll('","', '", "');
}
