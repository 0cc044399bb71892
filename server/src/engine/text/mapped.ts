import type { Span } from './span.js';

/** One run of joined text that stands unbroken in the document. */
export interface Segment {
  /** Offset in the joined text. */
  readonly joined: number;
  /** Offset in the document. */
  readonly source: number;
}

/**
 * Text joined from pieces of a document (a logical line without its continuations), which knows
 * where each of its characters is written. All offsets are UTF-16.
 */
export class MappedText {
  readonly text: string;
  readonly #segments: readonly Segment[];

  /** `segments` are sorted and the first starts at joined offset 0. */
  constructor(text: string, segments: readonly Segment[]) {
    this.text = text;
    this.#segments = segments;
  }

  /** The document offset of the character at `joined`; an offset at the end maps behind the last character. */
  offset(joined: number): number {
    const segments = this.#segments;
    let low = 0;
    let high = segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((segments[middle]?.joined ?? 0) <= joined) low = middle;
      else high = middle - 1;
    }
    const segment = segments[low];
    return segment === undefined ? joined : segment.source + (joined - segment.joined);
  }

  /** The document span of `start..end` of the joined text: from its first character to behind its last. */
  span(start: number, end: number): Span {
    if (end <= start) {
      const at = this.offset(start);
      return { start: at, end: at };
    }
    return { start: this.offset(start), end: this.offset(end - 1) + 1 };
  }

  /** The part `start..end` of the joined text, mapped likewise. */
  slice(start: number, end: number = this.text.length): MappedText {
    const segments: Segment[] = [{ joined: 0, source: this.offset(start) }];
    for (const s of this.#segments) {
      if (s.joined > start && s.joined < end) segments.push({ joined: s.joined - start, source: s.source });
    }
    return new MappedText(this.text.slice(start, end), segments);
  }
}
