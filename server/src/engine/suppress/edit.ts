import type { DockerfileDocument } from '../dockerfile/model/types.js';
import type { SourceText } from '../text/source.js';
import type { Edit, Span } from '../text/span.js';
import { instructionAt } from './suppressions.js';
import type { SuppressionComment } from './types.js';

/** Removes the line of a comment; only the comment and the blanks before it, where it ends a line. Never throws. */
export function deleteComment(source: SourceText, { span }: SuppressionComment): Edit {
  const line = lineOf(source, span);
  const before = source.text.slice(line.start, span.start);
  if (before.trim() === '') return { span: line, text: '' };
  return { span: { start: line.start + before.trimEnd().length, end: span.end }, text: '' };
}

/** Removes one of several ids with one of its commas. Never throws. */
export function deleteId({ ids }: SuppressionComment, span: Span): Edit {
  const index = ids.findIndex((entry) => entry.span.start === span.start);
  const next = ids[index + 1];
  const before = ids[index - 1];
  if (next !== undefined) return { span: { start: span.start, end: next.span.start }, text: '' };
  return { span: { start: before?.span.end ?? span.start, end: span.end }, text: '' };
}

/**
 * Moves a comment that stands inside an instruction to the line above it; undefined when it stands elsewhere, or does
 * not read as an ignore comment anyway. Never throws.
 */
export function moveAbove(doc: DockerfileDocument, comment: SuppressionComment): readonly Edit[] | undefined {
  const instruction = instructionAt(doc.syntax.instructions, comment.span.start);
  if (instruction === undefined || comment.ids.length === 0) return undefined;
  const { source } = doc;
  const { start } = lineOf(source, instruction.span);
  const indent = source.text.slice(start, instruction.span.start);
  return [
    { span: { start, end: start }, text: `${indent}${source.slice(comment.span)}${source.eol}` },
    { span: lineOf(source, comment.span), text: '' },
  ];
}

/** The line of a span with its line end, behind a byte order mark. Never throws. */
export function lineOf(source: SourceText, { start }: Span): Span {
  const line = source.lineAt(start);
  const lineStart = source.lineSpan(line).start;
  const bom = lineStart === 0 && source.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return { start: lineStart + bom, end: source.lineStarts[line + 1] ?? source.text.length };
}
