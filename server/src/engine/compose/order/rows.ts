import type { SourceText } from '../../text/source.js';
import type { Span } from '../../text/span.js';
import { lastLine } from '../edits/lines.js';
import type { ListNode, MapNode } from '../tree/types.js';
import type { ComposeDocument } from '../types.js';
import { Lines, type LineRow } from './lines.js';

/** An entry of a mapping or an item of a list with the comments that belong to it: it moves as a whole. */
export interface Row {
  /** `<<` of a merge key; empty of an item. */
  readonly key: string;
  /** In a block whole lines without the last line end, from the first comment above on. */
  readonly span: Span;
  /** The comment above may be about all that follows, as at the top of a file. */
  readonly headed: boolean;
}

interface Start {
  readonly key: string;
  /** The first character: of the key, or the dash. */
  readonly start: number;
  readonly end: number;
}

/**
 * The rows of a mapping or a list in the order of the text, those of merge keys included. Undefined where it is not
 * clear what belongs to what. Takes time that grows with its lines. Never throws.
 */
export function rowsOf(doc: ComposeDocument, node: MapNode | ListNode): readonly Row[] | undefined {
  const starts = startsOf(doc.source, node);
  if (starts === undefined || starts.length < 2) return undefined;
  const isRoot = node.kind === 'map' && doc.roots.includes(node);
  return node.flow ? flowRows(doc.source, node, starts) : blockRows(doc.source, starts, node.kind === 'map', isRoot);
}

function startsOf(source: SourceText, node: MapNode | ListNode): readonly Start[] | undefined {
  const starts: Start[] = [];
  const add = (key: string, { start, end }: Span, from: number): boolean => {
    // An alias leads to what is written elsewhere.
    const isInside = start >= node.span.start && end <= node.span.end && from >= (starts.at(-1)?.end ?? 0);
    starts.push({ key, start: from, end });
    return isInside;
  };
  if (node.kind === 'map') {
    const own = node.entries.filter(({ merged }) => !merged);
    return own.every(({ key, span }) => add(key, span, span.start)) ? starts : undefined;
  }
  for (const { span } of node.items) {
    const line = source.lineSpan(source.lineAt(span.start)).start;
    const dash = node.flow ? 0 : (/-[ \t]+$/.exec(source.text.slice(line, span.start))?.[0].length ?? -1);
    if (dash < 0 || !add('', span, span.start - dash)) return undefined;
  }
  return starts;
}

function flowRows(
  source: SourceText,
  { span }: MapNode | ListNode,
  starts: readonly Start[],
): readonly Row[] | undefined {
  let before = span.start + 1;
  for (const [index, { start, end }] of starts.entries()) {
    const gap = source.text.slice(before, start).trim();
    if (gap !== (index === 0 ? '' : ',')) return undefined;
    before = end;
  }
  const behind = source.text.slice(before, span.end - 1).trim();
  if (behind !== '' && behind !== ',') return undefined;
  return starts.map(({ key, start, end }) => ({ key, span: { start, end }, headed: false }));
}

function blockRows(
  source: SourceText,
  starts: readonly Start[],
  isMap: boolean,
  isRoot: boolean,
): readonly Row[] | undefined {
  const top = starts[0]?.start ?? 0;
  const column = top - lineStart(source, source.lineAt(top));
  const lines = new Lines(source, { column, isMap, isRoot });
  const rows: LineRow[] = [];
  let next = lines.top(source.lineAt(top));
  for (const { key, start, end } of starts) {
    const line = source.lineAt(start);
    const from = lineStart(source, line);
    if (start - from !== column || source.text.slice(from, start).trim() !== '') return undefined;
    const last = lastLine(source, { start, end });
    if (!/^[ \t]*:?[ \t]*(?:#.*)?$/.test(source.text.slice(end, source.lineSpan(last).end))) return undefined;
    const above = line < next ? undefined : lines.between(rows, next, line);
    if (above === undefined) return undefined;
    rows.push({ key, last, ...above });
    next = last + 1;
  }
  if (!lines.behind(rows, next)) return undefined;
  const found = rows.map(({ key, first, last, headed }): Row => {
    return { key, span: { start: lineStart(source, first), end: source.lineSpan(last).end }, headed };
  });
  return canMove(source, found) ? found : undefined;
}

/** The value of some texts depends on the line ends behind them. */
function canMove(source: SourceText, rows: readonly Row[]): boolean {
  const span = { start: rows[0]?.span.start ?? 0, end: rows.at(-1)?.span.end ?? 0 };
  const text = source.slice(span);
  if (/[|>]\d?\+\d?[ \t]*(?:#[^\r\n]*)?(?:[\r\n]|$)/.test(text)) return false;
  return span.end < source.text.length || !/[|>]\d?-?\d?[ \t]*(?:#[^\r\n]*)?[\r\n]/.test(text);
}

/** Behind a byte order mark. */
function lineStart(source: SourceText, line: number): number {
  const { start } = source.lineSpan(line);
  return start === 0 && source.text.startsWith('\uFEFF') ? 1 : start;
}
