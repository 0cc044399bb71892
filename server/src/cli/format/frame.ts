import type { SourceText } from '../../engine/text/source.js';
import type { Span } from '../../engine/text/span.js';
import { printable } from '../messages.js';

/** A source line and the marks under it, both ready to print in a fixed-width font. */
export interface Frame {
  readonly line: string;
  readonly marks: string;
}

const tabWidth = 4;
const ellipsis = '…';

/** Blocks of code points that terminals draw two columns wide (Unicode, East Asian Width W and F). */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x23e9, 0x23ec],
  [0x2614, 0x2615],
  [0x26a1, 0x26a1],
  [0x2705, 0x2705],
  [0x274c, 0x274c],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f7e0, 0x1f7eb],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
];

/**
 * The line where a span starts with carets under the part of the span on it, at least one; a line longer than
 * `columns` is cut around the span. Never throws; takes time for what is shown, not for the whole line.
 */
export function frame(source: SourceText, at: Span, columns: number): Frame {
  const row = source.lineSpan(source.lineAt(at.start));
  const start = Math.min(at.start, row.end);
  const end = Math.min(Math.max(at.end, start), row.end);
  const from = windowStart(source.text, row, start, columns);
  const before = cells(source.text.slice(from, start), Infinity);
  const marked = cells(
    source.text.slice(start, Math.min(end, start + columns)),
    Math.max(1, columns - before.width - 2),
  );
  const room = columns - before.width - marked.width - 2;
  const rest = start + marked.length;
  const after =
    rest < end ? { text: '', length: 0 } : cells(source.text.slice(rest, Math.min(row.end, rest + columns)), room);
  const head = from > row.start ? ellipsis : '';
  const tail = rest + after.length < row.end ? ellipsis : '';
  return {
    line: `${head}${before.text}${marked.text}${after.text}${tail}`.trimEnd(),
    marks: `${' '.repeat(head.length + before.width)}${'^'.repeat(Math.max(1, marked.width))}`,
  };
}

/** Columns that a text takes in a terminal. */
export function displayWidth(text: string): number {
  return cells(text, Infinity).width;
}

/** Where to begin, so that what stands before the span takes at most half of the room unless all of it fits. */
function windowStart(text: string, row: Span, start: number, columns: number): number {
  // A mark behind the line needs a column of its own.
  const room = start === row.end ? columns - 1 : columns;
  const whole = row.end - row.start <= room && cells(text.slice(row.start, row.end), room + 1).width <= room;
  if (whole) return row.start;
  const half = Math.floor(columns / 2);
  let from = Math.max(row.start, start - half);
  while (from < start && cells(text.slice(from, start), Infinity).width > half) from++;
  const second = text.charCodeAt(from);
  return from > row.start && second >= 0xdc00 && second <= 0xdfff ? from + 1 : from;
}

/** As many characters from the start of a text as fit, with their width and their length in UTF-16 units. */
function cells(text: string, room: number): { text: string; width: number; length: number } {
  if (/^[\x20-\x7e]*$/.test(text)) {
    const plain = text.slice(0, Math.max(0, room));
    return { text: plain, width: plain.length, length: plain.length };
  }
  let shown = '';
  let width = 0;
  let length = 0;
  for (const char of text) {
    const size = charWidth(char);
    if (width + size > room) break;
    shown += char === '\t' ? ' '.repeat(tabWidth) : printable(char);
    width += size;
    length += char.length;
  }
  return { text: shown, width, length };
}

function charWidth(char: string): number {
  if (char === '\t') return tabWidth;
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (/^[\p{Mn}\p{Me}\u200b-\u200d\u2060\ufeff]$/u.test(char)) return 0;
  return wide.some(([first, last]) => first <= code && code <= last) ? 2 : 1;
}
