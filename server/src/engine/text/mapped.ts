import type { Span } from './span.js';

/** One run of joined text that stands unbroken in the document. */
export interface Segment {
  /** Offset in the joined text. */
  readonly joined: number;
  /** Offset in the document. */
  readonly source: number;
}

const none: readonly Segment[] = [];

/**
 * Text joined from pieces of a document (a logical line without its continuations), which knows
 * where each of its characters is written. All offsets are UTF-16.
 */
export class MappedText {
  readonly text: string;
  readonly #segments: readonly Segment[];
  readonly #base: number;

  /**
   * `segments` are sorted and the first starts at joined offset 0. With a `base`, `text` is the part of a longer
   * joined text that starts there, and `segments` are those of the longer text. Without segments the text stands
   * unbroken in the document at `base`.
   */
  constructor(text: string, segments: readonly Segment[], base = 0) {
    this.text = text;
    this.#segments = segments;
    this.#base = base;
  }

  /** A text that stands unbroken in the document at `source`. */
  static at(text: string, source: number): MappedText {
    return new MappedText(text, none, source);
  }

  /** The document offset of the character at `joined`; an offset at the end maps behind the last character. */
  offset(joined: number): number {
    const length = this.text.length;
    if (joined < length || length === 0) return this.#lookup(joined);
    return this.#lookup(length - 1) + 1 + (joined - length);
  }

  /** The document span of `start..end` of the joined text: from its first character to behind its last. */
  span(start: number, end: number): Span {
    if (end <= start) {
      const at = this.offset(start);
      return { start: at, end: at };
    }
    return { start: this.offset(start), end: this.offset(end - 1) + 1 };
  }

  /**
   * The document spans of the unbroken pieces of `start..end`, in order. An edit that must leave continuations
   * alone works on these.
   */
  pieces(start = 0, end: number = this.text.length): readonly Span[] {
    const found: Span[] = [];
    for (let at = start; at < end;) {
      const until = Math.min(end, this.#pieceEnd(at));
      const source = this.offset(at);
      found.push({ start: source, end: source + until - at });
      at = until;
    }
    return found;
  }

  /** The part `start..end` of the joined text, mapped likewise. Takes no time for the pieces of the text. */
  slice(start: number, end: number = this.text.length): MappedText {
    if (end <= start) return MappedText.at('', this.offset(start));
    return new MappedText(this.text.slice(start, end), this.#segments, this.#base + start);
  }

  #index(at: number): number {
    const segments = this.#segments;
    let low = 0;
    let high = segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((segments[middle]?.joined ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #lookup(joined: number): number {
    const at = this.#base + joined;
    const segment = this.#segments[this.#index(at)];
    return segment === undefined ? at : segment.source + (at - segment.joined);
  }

  #pieceEnd(joined: number): number {
    const next = this.#segments[this.#index(this.#base + joined) + 1];
    return next === undefined ? this.text.length : next.joined - this.#base;
  }
}
