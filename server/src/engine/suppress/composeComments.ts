import { entryOfLine } from '../compose/entries.js';
import type { ScalarNode } from '../compose/tree/types.js';
import type { ComposeDocument } from '../compose/types.js';
import { scalarsOf } from '../compose/walk.js';
import type { Span } from '../text/span.js';
import type { ParsedComment } from './forms/parsed.js';
import { parseComment } from './grammar.js';
import type { Placement } from './place.js';

/** A comment of a Compose file and what it covers. */
export interface ComposeComment {
  readonly parsed: ParsedComment;
  readonly span: Span;
  readonly placement: Placement;
}

/**
 * Our own comments in a Compose file. One on a line of its own covers the entry or item that starts on the next line
 * that is neither blank nor a comment, all that stands in it included; one behind something what starts on its line.
 */
export function composeComments(doc: ComposeDocument): readonly ComposeComment[] {
  const { source } = doc;
  const found: ComposeComment[] = [];
  let scalars: readonly ScalarNode[] | undefined;
  const target = targetLines(doc);
  for (const match of source.text.matchAll(/(?<![^\s\uFEFF])#[ \t]*docker-patterns[^\r\n]*/gi)) {
    const text = match[0].trimEnd();
    const span = { start: match.index, end: match.index + text.length };
    const [parsed] = parseComment(text);
    scalars ??= [...scalarsOf(doc)].sort((a, b) => a.span.start - b.span.start);
    if (parsed?.source !== 'docker-patterns' || isInside(doc, scalars, span.start)) continue;
    found.push({ parsed, span, placement: placementOf(doc, parsed, span, target) });
  }
  return found;
}

/** The next line behind one that is neither blank nor a comment; of lines that are asked in order each is looked at once. */
function targetLines({ source }: ComposeDocument): (line: number) => number {
  let from = 0;
  let to = 0;
  return (line) => {
    if (from <= line && line < to) return to;
    from = line;
    to = line + 1;
    while (to < source.lineCount && /^\s*(?:#|$)/.test(source.slice(source.lineSpan(to)))) to++;
    return to;
  };
}

function placementOf(
  doc: ComposeDocument,
  { reach }: ParsedComment,
  span: Span,
  target: (line: number) => number,
): Placement {
  const { source } = doc;
  if (reach === 'file') return { scope: 'file', covers: { start: 0, end: source.text.length } };
  let line = source.lineAt(span.start);
  const { start } = source.lineSpan(line);
  if (/^[\s\uFEFF]*$/.test(source.text.slice(start, span.start))) line = target(line);
  if (line >= source.lineCount) return { misplaced: 'Nothing follows this comment, so it hides nothing.' };
  const covers = source.lineSpan(line);
  return { scope: 'next', covers: { start: covers.start, end: entryOfLine(doc, covers.start)?.end ?? covers.end } };
}

/** Whether an offset lies in a text of the file, where `#` starts no comment. */
function isInside(doc: ComposeDocument, scalars: readonly ScalarNode[], offset: number): boolean {
  let low = 0;
  let high = scalars.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scalars[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const scalar = scalars[low - 1];
  if (scalar === undefined || offset >= scalar.span.end) return false;
  // Behind the `|` or `>` of a text in lines a comment is one.
  const isBlock = scalar.style === 'literal' || scalar.style === 'folded';
  return !isBlock || doc.source.lineAt(offset) > doc.source.lineAt(scalar.span.start);
}
