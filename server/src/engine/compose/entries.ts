import { memoised } from '../memo.js';
import type { Span } from '../text/span.js';
import type { ComposeNode } from './tree/types.js';
import type { ComposeDocument } from './types.js';

/** A `key: value` or an item of a list that starts a line, from the start of that line to its end. */
export interface EntryLines extends Span {
  /** The one around it. */
  readonly outer: EntryLines | undefined;
}

/** So far from the start of its line nothing is the first on it: a file on one line is looked through once. */
const mostIndent = 2000;

/** All entries and items that are the first on their line, in the order of the text. */
const entryLines = memoised((doc: ComposeDocument): readonly EntryLines[] => {
  const { source } = doc;
  const found: Span[] = [];
  const seen = new Set<ComposeNode>();
  const add = ({ start, end }: Span): void => {
    const line = source.lineSpan(source.lineAt(start));
    if (start - line.start > mostIndent) return;
    const before = source.text.slice(line.start, start).replace('\uFEFF', '');
    if (/^[ \t]*(?:(?:-|\?|[&!]\S+)[ \t]+)*$/.test(before)) found.push({ start: line.start, end });
  };
  const visit = (node: ComposeNode | undefined): void => {
    if (node === undefined || node.kind === 'scalar' || seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'list') {
      for (const item of node.items) {
        // An alias leads to what is written elsewhere.
        if (item.span.start >= node.span.start && item.span.end <= node.span.end) add(item.span);
        visit(item);
      }
      return;
    }
    for (const { merged, span, value } of node.entries) {
      if (!merged) add(span);
      visit(value);
    }
  };
  doc.roots.forEach(visit);
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const entries: EntryLines[] = [];
  let outer: EntryLines | undefined;
  for (const { start, end } of found) {
    while (outer !== undefined && outer.end < end) outer = outer.outer;
    outer = { start, end, outer };
    entries.push(outer);
  }
  return entries;
});

/** The innermost entry on whose lines an offset lies. */
export function entryLinesAt(doc: ComposeDocument, offset: number): EntryLines | undefined {
  const entries = entryLines(doc);
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  let entry = entries[low - 1];
  while (entry !== undefined && entry.end < offset) entry = entry.outer;
  return entry;
}

/** The largest entry that starts on the line of an offset. */
export function entryOfLine(doc: ComposeDocument, lineStart: number): EntryLines | undefined {
  let entry = entryLinesAt(doc, lineStart);
  while (entry?.outer?.start === lineStart) entry = entry.outer;
  return entry?.start === lineStart ? entry : undefined;
}
