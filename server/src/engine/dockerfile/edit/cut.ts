import { groupBy } from '../../groups.js';
import { memoised } from '../../memo.js';
import type { ShellWord } from '../../shell/types.js';
import type { Edit, Span } from '../../text/span.js';
import { deleteInstruction } from './instructions.js';
import type { Command, DockerfileDocument } from '../model/types.js';
import type { Instruction, KeyValue } from '../syntax/types.js';

/**
 * Takes words that stand side by side out of a command, with the blanks in front of them or, where they have a line of
 * their own, with that line; in the exec form with their comma. Undefined where a comment is in the way, or the words
 * are the whole command. Never throws.
 */
export function cutWords(doc: DockerfileDocument, command: Command, first: ShellWord, last = first): Edit | undefined {
  const at = command.words.indexOf(first);
  const before = command.words[at - 1];
  if (at < 1 || before === undefined || command.words.indexOf(last) < at) return undefined;
  const { instruction } = command;
  if (isString(instruction, first) && isString(instruction, last)) return deletion(before.span.end, last.span.end);
  return cutText(doc, instruction, { start: first.span.start, end: last.span.end });
}

/** Takes one letter out of a bundle of short options: `-fsSLk`. Undefined where its place is uncertain. Never throws. */
export function cutLetter(word: ShellWord, letter: string): Edit | undefined {
  const at = word.value.indexOf(letter, 1);
  if (at < 0 || word.value.length < 3) return undefined;
  const span = word.content?.span(at, at + 1);
  return span?.end === (span?.start ?? 0) + 1 ? { span, text: '' } : undefined;
}

/**
 * Takes out a command with what joins it to the one before or, for the first, to the next one; the whole RUN where it is
 * alone. Undefined where it is part of something else. Never throws.
 */
export function cutCommand(doc: DockerfileDocument, command: Command): Edit | undefined {
  const { instruction, list, span, scopes } = command;
  const all = doc.commandsOf(instruction);
  const alone = all.length === 1 && instruction.heredocs.length === 0 && instruction.parent === undefined;
  if (alone) return deleteInstruction(doc, instruction);
  if (scopes.length > 0 || instruction.json !== undefined) return undefined;
  const siblings = siblingsOf(doc)(instruction).get(list) ?? [];
  const at = placeOf(siblings, span.start);
  const [before, next] = [siblings[at - 1], siblings[at + 1]];
  if (!plain.test(command.join) || (next !== undefined && !plain.test(next.join))) return undefined;
  const isJoint = (start: number, end: number): boolean => joint.test(doc.source.text.slice(start, end));
  if (before !== undefined && isJoint(before.span.end, span.start)) return deletion(before.span.end, span.end);
  return next !== undefined && isJoint(span.end, next.span.start) ? deletion(span.start, next.span.start) : undefined;
}

/** The commands at the top of an instruction by their list. */
const siblingsOf = memoised((doc: DockerfileDocument) =>
  memoised((instruction: Instruction) =>
    groupBy(
      doc.commandsOf(instruction).filter(({ scopes }) => scopes.length === 0),
      ({ list }) => list,
    ),
  ),
);

/** The index of the command that starts at an offset, in commands that are in order. */
function placeOf(commands: readonly Command[], start: number): number {
  let low = 0;
  let high = commands.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((commands[middle]?.span.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

const plain = /^(?:start|&&|;|newline)$/;
/** Nothing but what joins two commands: no comment, and no bracket of something in between. */
const joint = /^[\s\\`;&]*$/;

/** Takes one pair out of ENV or ARG, or the instruction where it is the only one; undefined as for words. Never throws. */
export function cutPair(doc: DockerfileDocument, instruction: Instruction, pair: KeyValue): Edit | undefined {
  if (instruction.pairs.length === 1) return deleteInstruction(doc, instruction);
  return pair.legacy ? undefined : cutText(doc, instruction, pair.span);
}

/** Takes an assignment in front of a command, with the blanks behind it. Never throws. */
export function cutPrefix(doc: DockerfileDocument, { span }: { readonly span: Span }): Edit | undefined {
  const blanks = /^[ \t]+(?=[^\s\\`])/.exec(doc.source.text.slice(span.end, span.end + 40))?.[0];
  return blanks === undefined ? undefined : deletion(span.start, span.end + blanks.length);
}

/** A part of an instruction in shell text or among pairs, which is not the first. */
function cutText(doc: DockerfileDocument, instruction: Instruction, { start, end }: Span): Edit | undefined {
  const { text, lineStarts } = doc.source;
  const lineStart = lineStarts[doc.source.lineAt(start)] ?? 0;
  const before = blanksBefore(text, start);
  if (before > lineStart) return deletion(before, end);

  // First on its line: what follows there stays, or else the line goes with the continuation in front of it.
  const after = /^[ \t]*/.exec(text.slice(end, end + 200))?.[0].length ?? 0;
  const rest = text.slice(end + after, end + after + 3);
  const { escape } = doc.syntax;
  const continued = rest.startsWith(`${escape}\n`) || rest.startsWith(`${escape}\r\n`);
  if (!continued && rest !== '' && !/^\r?\n/.test(rest)) return deletion(start, end + after);
  const mark = instruction.continuations.findLast((one) => one.start < start);
  if (mark !== undefined && text.slice(mark.start + 1, start).trim() === '') {
    return deletion(blanksBefore(text, mark.start), end);
  }
  return continued ? deletion(lineStart, text.indexOf('\n', end) + 1) : undefined;
}

function blanksBefore(text: string, at: number): number {
  let start = at;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  return start;
}

function isString({ json }: Instruction, { span }: ShellWord): boolean {
  return json?.some((string) => string.span.start === span.start && string.span.end === span.end) === true;
}

function deletion(start: number, end: number): Edit {
  return { span: { start, end }, text: '' };
}
