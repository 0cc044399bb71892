import type { Edit, Span } from '../../text/span.js';
import { memoised } from '../../memo.js';
import type { DockerfileDocument } from '../model/types.js';
import { outermost } from '../model/outermost.js';
import type { Instruction } from '../syntax/types.js';
import { instructionFacts } from '../syntax/tables.js';

export { appendCommand } from './appendCommand.js';

/**
 * Inserts instructions, one an item of `lines`, above an instruction and the comments that belong to it (above its
 * ONBUILD, for a trigger). They get its indentation and the casing and line ends of the file; a `\n` inside an item
 * becomes a line end. Never throws.
 */
export function insertBefore(
  doc: DockerfileDocument,
  instruction: Instruction,
  lines: readonly string[],
): readonly Edit[] {
  const outer = outermost(instruction);
  const at = lineStart(doc, outer.leadingComments[0]?.span.start ?? outer.span.start);
  const { eol } = doc.source;
  return [
    insertion(
      at,
      linesLike(doc, outer, lines)
        .map((line) => `${line}${eol}`)
        .join(''),
    ),
  ];
}

/**
 * Inserts instructions below an instruction; see `insertBefore`. No edit where the instruction is not finished (a
 * heredoc without its end), since the new lines would belong to it.
 */
export function insertAfter(
  doc: DockerfileDocument,
  instruction: Instruction,
  lines: readonly string[],
): readonly Edit[] {
  const outer = outermost(instruction);
  if (isUnfinished(instruction)) return [];
  const { source } = doc;
  const { end } = source.lineSpan(source.lineAt(outer.span.end));
  const text = linesLike(doc, outer, lines)
    .map((line) => `${source.eol}${line}`)
    .join('');
  return [...withoutOpenContinuation(doc, outer), insertion(end, text)];
}

/**
 * Deletes an instruction (the ONBUILD of a trigger) with its whole lines, and one blank line where two would be left
 * together; with `comments`, also the comments directly above. Never throws.
 */
export function deleteInstruction(
  doc: DockerfileDocument,
  instruction: Instruction,
  options: { readonly comments?: boolean } = {},
): Edit {
  const { source } = doc;
  const outer = outermost(instruction);
  const comment = options.comments === true ? outer.leadingComments[0] : undefined;
  const first = source.lineAt(comment?.span.start ?? outer.span.start);
  const last = source.lineAt(outer.span.end);
  const next = last + 1;
  const doubled = next + 1 < source.lineCount && isBlank(doc, next) && (first === 0 || isBlank(doc, first - 1));
  const end = source.lineStarts[doubled ? next + 1 : next] ?? source.text.length;
  return { span: { start: source.lineStarts[first] ?? 0, end }, text: '' };
}

/** Whether a heredoc of an instruction has no end, so that whatever follows would belong to it. Never throws. */
export function isUnfinished(instruction: Instruction): boolean {
  return outermost(instruction).heredocs.some(({ terminatorSpan }) => terminatorSpan === undefined);
}

/** A keyword in the casing that most of the file uses: `USER` or `user`. Never throws. */
export function keywordLike(doc: DockerfileDocument, keyword: string): string {
  return prefersLowerCase(doc) ? keyword.toLowerCase() : keyword.toUpperCase();
}

const prefersLowerCase = memoised((doc: DockerfileDocument): boolean => {
  // The first word of a line that is no instruction has no case of its own.
  const instructions = doc.syntax.instructions.filter(({ keyword }) => instructionFacts(keyword) !== undefined);
  const lower = instructions.filter(({ keyword, keywordSpan }) => doc.source.slice(keywordSpan) !== keyword);
  return lower.length > instructions.length / 2;
});

/** Blanks in front of an instruction, if nothing else is. */
export function indentOf(doc: DockerfileDocument, instruction: Instruction): string {
  const { start } = outermost(instruction).span;
  const before = doc.source.text.slice(lineStart(doc, start), start);
  return /^[ \t]*$/.test(before) ? before : '';
}

function linesLike(doc: DockerfileDocument, instruction: Instruction, lines: readonly string[]): readonly string[] {
  const indent = indentOf(doc, instruction);
  return lines.map((line) => {
    const keyword = /^[A-Za-z]+(?=[ \t]|$)/.exec(line)?.[0] ?? '';
    const cased = `${keywordLike(doc, keyword)}${line.slice(keyword.length)}`;
    return `${indent}${cased.replaceAll(/\r?\n/g, doc.source.eol)}`;
  });
}

/** A last line that ends with the escape character would swallow what comes below it. */
function withoutOpenContinuation(doc: DockerfileDocument, instruction: Instruction): readonly Edit[] {
  const mark = instruction.continuations.at(-1);
  if (mark === undefined || mark.end < instruction.lineSpan.end) return [];
  const rest: Span = { start: mark.start, end: mark.start + 1 };
  if (doc.source.slice(rest) !== doc.syntax.escape) return [];
  const blanks = /[ \t]*$/.exec(
    doc.source.slice({ start: doc.source.lineStarts[doc.source.lineAt(rest.start)] ?? 0, end: rest.start }),
  );
  return [{ span: { start: rest.start - (blanks?.[0].length ?? 0), end: rest.end }, text: '' }];
}

function lineStart(doc: DockerfileDocument, offset: number): number {
  return doc.source.lineStarts[doc.source.lineAt(offset)] ?? 0;
}

function isBlank(doc: DockerfileDocument, line: number): boolean {
  return doc.source.slice(doc.source.lineSpan(line)).trim() === '';
}

function insertion(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}
