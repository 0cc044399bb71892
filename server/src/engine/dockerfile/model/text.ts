import { MappedText } from '../../text/mapped.js';
import type { Segment } from '../../text/mapped.js';
import type { Span } from '../../text/span.js';
import type { JsonString } from '../syntax/types.js';

/** Pieces of a document joined into one text with `\n` as its only line end, for a shell to read. */
export function joinPieces(source: string, pieces: readonly Span[]): MappedText {
  const segments: Segment[] = [];
  const texts: string[] = [];
  let length = 0;
  const push = (text: string, start: number): void => {
    if (text === '') return;
    segments.push({ joined: length, source: start });
    texts.push(text);
    length += text.length;
  };
  for (const { start, end } of pieces) {
    const piece = source.slice(start, end);
    let from = 0;
    for (let at = piece.indexOf('\r\n'); at >= 0; at = piece.indexOf('\r\n', at + 2)) {
      push(piece.slice(from, at), start + from);
      from = at + 1;
    }
    push(piece.slice(from), start + from);
  }
  return new MappedText(texts.join(''), segments);
}

/** The same text with `\n` as its only line end. */
export function withPlainLineEnds(text: MappedText, source: string): MappedText {
  return text.text.includes('\r\n') ? joinPieces(source, text.pieces()) : text;
}

/**
 * The value of a JSON string, each character mapped to where it (or its escape) is written.
 * Undefined when the written text does not give the value, as when a continuation stands inside.
 */
export function jsonContent({ value, span }: JsonString, source: string): MappedText | undefined {
  const written = source.slice(span.start + 1, span.end - 1);
  if (written === value) return MappedText.at(value, span.start + 1);
  const chars: string[] = [];
  const starts: number[] = [];
  let at = span.start + 1;
  while (at < span.end - 1) {
    const { char, length } = jsonCharacter(source, at);
    chars.push(char);
    starts.push(at);
    at += length;
  }
  return chars.join('') === value ? new EscapedText(value, [...starts, span.end - 1]) : undefined;
}

/** Text whose characters may each be written with several. */
class EscapedText extends MappedText {
  readonly #starts: readonly number[];

  /** `starts` holds the document offset of each character, and where the last one ends. */
  constructor(text: string, starts: readonly number[]) {
    super(text, []);
    this.#starts = starts;
  }

  override offset(joined: number): number {
    return this.#starts[Math.min(joined, this.text.length)] ?? 0;
  }

  override span(start: number, end: number): Span {
    return { start: this.offset(start), end: this.offset(Math.max(start, end)) };
  }

  override pieces(start = 0, end: number = this.text.length): readonly Span[] {
    return end <= start ? [] : [this.span(start, end)];
  }

  override slice(start: number, end: number = this.text.length): MappedText {
    return new EscapedText(this.text.slice(start, end), this.#starts.slice(start, Math.max(start, end) + 1));
  }
}

const SHORT: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

function jsonCharacter(source: string, at: number): { readonly char: string; readonly length: number } {
  const char = source.charAt(at);
  if (char !== '\\') return { char, length: 1 };
  const escape = source.charAt(at + 1);
  if (escape !== 'u') return { char: SHORT[escape] ?? escape, length: 2 };
  return { char: String.fromCharCode(Number.parseInt(source.slice(at + 2, at + 6), 16)), length: 6 };
}
