import { deleteComment } from '../../suppress/edit.js';
import { parseSuppressions } from '../../suppress/parse.js';
import type { Edit, Span } from '../../text/span.js';
import { outermost } from '../model/outermost.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Flag, Instruction } from '../syntax/types.js';
import { deleteInstruction } from './instructions.js';

/**
 * Removes an instruction with the comments above it that hide findings, which would count for the next instruction.
 * Other comments stay. Never throws.
 */
export function removeInstruction(doc: DockerfileDocument, instruction: Instruction): readonly Edit[] {
  const { leadingComments } = outermost(instruction);
  const starts = new Set(leadingComments.map(({ span }) => span.start));
  const hiding = parseSuppressions(doc).filter(({ span, scope }) => scope === 'next' && starts.has(span.start));
  if (hiding.length > 0 && hiding.length === leadingComments.length) {
    return [deleteInstruction(doc, instruction, { comments: true })];
  }
  return [...hiding.map((comment) => deleteComment(doc.source, comment)), deleteInstruction(doc, instruction)];
}

/**
 * Takes one of the words or pairs out of an instruction, with the blanks and the continuation between it and its
 * neighbour; the whole instruction where it is the only one. Comments stay: undefined where one is in the way. Never throws.
 */
export function removePart(
  doc: DockerfileDocument,
  instruction: Instruction,
  parts: readonly { readonly span: Span }[],
  index: number,
): readonly Edit[] | undefined {
  const before = parts[index - 1];
  const part = parts[index];
  const after = parts[index + 1];
  if (part === undefined) return undefined;
  if (before === undefined && after === undefined) return removeInstruction(doc, instruction);
  const start = before === undefined ? part.span.start : before.span.end;
  const end = before === undefined && after !== undefined ? after.span.start : part.span.end;
  const gap = before === undefined ? { start: part.span.end, end } : { start, end: part.span.start };
  if (!doc.source.slice(gap).includes('#')) return [deletion(start, end)];
  const edit = before && removeText(doc, instruction, part.span);
  return edit && [edit];
}

/** Deletes a flag with the blanks behind it, and its whole line where it stands on one of its own. Never throws. */
export function removeFlag({ source, syntax }: DockerfileDocument, { span }: Flag): Edit {
  const line = source.lineSpan(source.lineAt(span.start));
  const before = source.text.slice(line.start, span.start);
  const after = source.text.slice(span.end, line.end);
  const blanks = /^[ \t]*/.exec(after)?.[0].length ?? 0;
  const next = source.lineStarts[source.lineAt(span.end) + 1];
  const alone = before.trim() === '' && after.trim() === syntax.escape && next !== undefined;
  return alone ? deletion(line.start, next) : deletion(span.start, span.end + blanks);
}

/**
 * Takes out a part of an instruction in shell text or among pairs, which is not the first, with the blanks in front of
 * it or, where it has a line of its own, with that line. Undefined where a comment is in the way. Never throws.
 */
export function removeText(doc: DockerfileDocument, instruction: Instruction, { start, end }: Span): Edit | undefined {
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

/** Takes out what lies between two offsets. */
export function deletion(start: number, end: number): Edit {
  return { span: { start, end }, text: '' };
}
