import { MappedText } from '../../text/mapped.js';
import type { Span } from '../../text/span.js';
import { Pieces } from './pieces.js';

/** The content of a plain scalar that stands at `at` (YAML 1.2, §7.3.3): its lines joined. */
export function plainText(raw: string, at: number): MappedText {
  if (!raw.includes('\n')) return MappedText.at(raw, at);
  const pieces = new Pieces();
  lines(pieces, raw, at, (text, source) => {
    pieces.add(text, source);
  });
  return pieces.done();
}

/** The content of a scalar in single quotes (§7.3.2); `raw` starts with the quote and may lack the second one. */
export function singleText(raw: string, at: number): MappedText {
  const inner = raw.slice(1, -1);
  if (!/[\n']/.test(inner)) return MappedText.at(inner, at + 1);
  const pieces = new Pieces();
  lines(pieces, inner, at + 1, (text, source) => {
    let from = 0;
    for (let quote = text.indexOf("''"); quote >= 0; quote = text.indexOf("''", from)) {
      pieces.add(text.slice(from, quote + 1), source + from);
      from = quote + 2;
    }
    pieces.add(text.slice(from), source + from);
  });
  return pieces.done();
}

/** Trims and folds lines: one line end is a blank, each further one a line end. */
function lines(pieces: Pieces, raw: string, at: number, add: (text: string, source: number) => void): void {
  const breaks = /\r?\n/g;
  let start = 0;
  let first = true;
  let pending: { text: string; source: number } | undefined;
  for (;;) {
    const found = breaks.exec(raw);
    const end = found?.index ?? raw.length;
    let from = start;
    let to = end;
    if (!first) while (from < to && isBlank(raw, from)) from++;
    if (found !== null) while (to > from && isBlank(raw, to - 1)) to--;
    if (!first && from === to && found !== null) {
      if (pending?.text === ' ') pending = { text: '\n', source: pending.source };
      else {
        if (pending !== undefined) pieces.replace('\n', pending.source);
        pending = { text: '\n', source: at + start };
      }
    } else {
      if (pending !== undefined) pieces.replace(pending.text, pending.source);
      pending = undefined;
      add(raw.slice(from, to), at + from);
    }
    if (found === null) return;
    pending ??= { text: ' ', source: at + end };
    first = false;
    start = end + found[0].length;
  }
}

function isBlank(text: string, at: number): boolean {
  return text[at] === ' ' || text[at] === '\t';
}

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
};

/**
 * Whether a scalar in quotes ends with its quote, and not with one that is escaped; true of any other. The reader takes the
 * escaped one for the end where the file ends with it.
 */
export function isClosed(source: string, { start, end }: Span): boolean {
  const quote = source[start];
  if (quote !== '"' && quote !== "'") return true;
  const escape = quote === '"' ? '\\' : "'";
  const last = end - 1;
  if (source[last] !== quote || last === start) return true;
  let escapes = 0;
  while (last - 1 - escapes > start && source[last - 1 - escapes] === escape) escapes++;
  return escapes % 2 === 0;
}

/** The content of a scalar in double quotes (§7.3.1); `raw` starts with the quote and may lack the second one. */
export function doubleText(raw: string, at: number): MappedText {
  const inner = raw.slice(1, -1);
  if (!/[\n\\]/.test(inner)) return MappedText.at(inner, at + 1);
  const pieces = new Pieces();
  const special =
    /[ \t]+(?:\r?\n[ \t]*)*|(?:\r?\n[ \t]*)+|\\(?:\r?\n[ \t]*|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[^])/g;
  let from = 0;
  for (let found = special.exec(inner); found !== null; found = special.exec(inner)) {
    const [text] = found;
    const source = at + 1 + found.index;
    pieces.add(inner.slice(from, found.index), at + 1 + from);
    from = found.index + text.length;
    if (!text.startsWith('\\')) {
      if (text.includes('\n')) pieces.replace(folded(text), source);
      else pieces.add(text, source);
    } else if (!/^\\\r?\n/.test(text)) pieces.replace(escaped(text), source);
  }
  pieces.add(inner.slice(from), at + 1 + from);
  return pieces.done();
}

function folded(text: string): string {
  const count = text.split('\n').length - 1;
  return count === 1 ? ' ' : '\n'.repeat(count - 1);
}

function escaped(text: string): string {
  const known = escapes[text.slice(1)];
  if (known !== undefined) return known;
  const code = text.length > 2 ? parseInt(text.slice(2), 16) : NaN;
  return code <= 0x10ffff ? String.fromCodePoint(code) : text;
}
