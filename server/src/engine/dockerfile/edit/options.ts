import type { ShellWord } from '../../shell/types.js';
import type { Edit } from '../../text/span.js';
import type { Command } from '../model/types.js';

/**
 * Puts a plain option behind a word of a command: ` --option` in shell text, `, "--option"` where the words are strings
 * of the exec form. Undefined where the option would need quotes of its own. Never throws.
 */
export function insertOption(command: Command, word: ShellWord, option: string): Edit | undefined {
  if (!isPlain(option)) return undefined;
  const { end } = word.span;
  return { span: { start: end, end }, text: isJsonString(command, word) ? `, "${option}"` : ` ${option}` };
}

/** Puts a plain option in the place of a word; see `insertOption`. */
export function replaceWithOption(command: Command, word: ShellWord, option: string): Edit | undefined {
  if (!isPlain(option)) return undefined;
  return { span: word.span, text: isJsonString(command, word) ? `"${option}"` : option };
}

/** A word of shell text inside a string (`["sh", "-c", "…"]`) is none. */
function isJsonString({ instruction }: Command, { span }: ShellWord): boolean {
  return instruction.json?.some((string) => string.span.start === span.start && string.span.end === span.end) === true;
}

function isPlain(option: string): boolean {
  return /^-[\w=.:/-]+$/.test(option);
}
