import type { ScriptRange } from '../../scripts.js';

/** A line that stands in the text that was checked only. */
export interface AddedLine {
  /** Offset in the text without it, at which it was put in; the start of a line. */
  readonly at: number;
  /** With its LF. */
  readonly text: string;
}

/** The UTF-16 offsets behind the lines and columns of ShellCheck in a text. */
export class Places {
  readonly #text: string;
  readonly #starts: readonly number[];
  /** Zero-based number of the line that was added. */
  readonly #added: number;

  /** `text` is without the line that was added to it. */
  constructor(text: string, added: AddedLine | undefined) {
    this.#text = text;
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
    this.#added = added === undefined ? Infinity : starts.indexOf(added.at);
  }

  /** Undefined for a range that lies outside the text or in the added line. Never throws. */
  offsets(range: ScriptRange): { readonly start: number; readonly end: number } | undefined {
    const start = this.#offset(range.line, range.column);
    const end = this.#offset(range.endLine, range.endColumn);
    return start === undefined || end === undefined || end < start ? undefined : { start, end };
  }

  /** The word at an offset or behind it, for a range that is empty; the last one at the end of the text. */
  word(offset: number): { readonly start: number; readonly end: number } {
    const length = this.#text.trimEnd().length;
    let start = Math.min(offset, Math.max(0, length - 1));
    while (start < length && isBlank(this.#text[start])) start++;
    let end = start;
    while (end < length && !isBlank(this.#text[end])) end++;
    return { start, end };
  }

  #offset(line: number, column: number): number | undefined {
    const number = line - 1;
    if (number === this.#added) return undefined;
    const index = number > this.#added ? number - 1 : number;
    const start = this.#starts[index];
    if (start === undefined) return undefined;
    const end = (this.#starts[index + 1] ?? this.#text.length + 1) - 1;
    let at = start;
    for (let left = column - 1; left > 0; left--) {
      if (at >= end) return undefined;
      at += (this.#text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    }
    return at;
  }
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '\n' || char === '\r';
}
