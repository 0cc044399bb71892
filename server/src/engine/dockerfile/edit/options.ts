import type { ShellWord } from '../../shell/types.js';
import type { Edit } from '../../text/span.js';
import type { Command } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';

/**
 * Puts a plain option behind a word of a command: ` --option` in shell text, `, "--option"` where the words are strings
 * of the exec form. Undefined where the option would need quotes of its own. Never throws.
 */
export function insertOption(command: Command, word: ShellWord, option: string): Edit | undefined {
  if (!isPlain(option)) return undefined;
  const { end } = word.span;
  return { span: { start: end, end }, text: isJsonString(command.instruction, word) ? `, "${option}"` : ` ${option}` };
}

/** Puts a plain option in the place of a word; see `insertOption`. */
export function replaceWithOption(command: Command, word: ShellWord, option: string): Edit | undefined {
  if (!isPlain(option)) return undefined;
  return { span: word.span, text: isJsonString(command.instruction, word) ? `"${option}"` : option };
}

/** Whether a word of a command is a string of the exec form; one of shell text inside of such a string is none. Never throws. */
export function isJsonString({ json }: Instruction, { span }: ShellWord): boolean {
  return json?.some((string) => string.span.start === span.start && string.span.end === span.end) === true;
}

function isPlain(option: string): boolean {
  return /^-[\w=.:/-]+$/.test(option);
}
