import type { SourceText } from '../../text/source.js';

/** A row while its lines are being told apart. */
export interface LineRow {
  readonly key: string;
  readonly first: number;
  last: number;
  readonly headed: boolean;
}

/** What the first row of a block needs to know of the comments above it. */
export interface Above {
  readonly first: number;
  readonly headed: boolean;
}

/** Comments for a whole file, which stay at its top. */
const forFile =
  /^#[ \t]*(?:docker-patterns[ \t]+ignore-file|dclint[ \t]+disable(?!-line)|kics-scan[ \t]+(?:ignore(?!-)|disable|enable)|yaml-language-server|syntax\b|vim?:|!)|^#!|-\*-/;
/** Comments for the entry below them. */
const forEntry = /^#[ \t]*(?:docker-patterns[ \t]+ignore=|dclint[ \t]+disable-line|kics-scan[ \t]+ignore-)/;

/** The lines around the entries of one block, told apart by how far they are indented. */
export class Lines {
  readonly #source: SourceText;
  readonly #column: number;
  readonly #isMap: boolean;
  readonly #isRoot: boolean;

  constructor(
    source: SourceText,
    block: { readonly column: number; readonly isMap: boolean; readonly isRoot: boolean },
  ) {
    this.#source = source;
    this.#column = block.column;
    this.#isMap = block.isMap;
    this.#isRoot = block.isRoot;
  }

  /** The first of the lines above an entry that do not belong to what is around the block. */
  top(line: number): number {
    let first = line;
    while (first > 0 && this.#kind(first - 1) !== 'other') first--;
    return first;
  }

  /**
   * Gives the lines between two entries to those they belong to: comments that are indented more, or directly below an
   * entry with an empty line behind them, to the one above, other comments to the one below. Merge keys become rows.
   * Undefined where a line is none of these.
   */
  between(rows: LineRow[], from: number, to: number): Above | undefined {
    let pending: number | undefined;
    let touches = false;
    let isApart = false;
    let hasHead = false;
    for (let line = from; line < to; line++) {
      const last = rows.at(-1);
      switch (this.#kind(line)) {
        case 'blank':
          if (pending !== undefined && (last === undefined || touches)) {
            if (last !== undefined) last.last = line - 1;
            hasHead = true;
            pending = undefined;
          }
          isApart = true;
          break;
        case 'comment':
          if (pending === undefined && last !== undefined && this.#indent(line) > this.#column) last.last = line;
          else if (pending === undefined) {
            pending = line;
            touches = !isApart;
          }
          break;
        case 'merge':
          rows.push({ key: '<<', last: line, ...this.#above(pending ?? line, line, rows.length > 0 || hasHead) });
          pending = undefined;
          isApart = false;
          break;
        case 'more':
          if (last?.key !== '<<' || pending !== undefined || isApart) return undefined;
          last.last = line;
          break;
        case 'other':
          return undefined;
      }
    }
    return this.#above(pending ?? to, to, rows.length > 0 || hasHead);
  }

  /** The same for the lines behind the last entry: comments that are indented no more than it stay there. */
  behind(rows: LineRow[], from: number): boolean {
    let pending: number | undefined;
    for (let line = from; line < this.#source.lineCount; line++) {
      const last = rows.at(-1);
      switch (this.#kind(line)) {
        case 'blank':
          break;
        case 'comment':
          if (pending === undefined && last !== undefined && this.#indent(line) > this.#column) last.last = line;
          else pending ??= line;
          break;
        case 'merge':
          rows.push({ key: '<<', first: pending ?? line, last: line, headed: false });
          pending = undefined;
          break;
        case 'more':
          if (last?.key !== '<<' || pending !== undefined) return false;
          last.last = line;
          break;
        case 'other':
          return true;
      }
    }
    return true;
  }

  /** Comments at the top of a file may be about all of it. */
  #above(first: number, line: number, isSure: boolean): Above {
    if (isSure || !this.#isRoot) return { first, headed: false };
    let from = first;
    while (from < line && forFile.test(this.#text(from).trim())) from++;
    let headed = false;
    for (let at = from; at < line; at++) headed ||= !forEntry.test(this.#text(at).trim());
    return { first: from, headed };
  }

  #kind(line: number): 'blank' | 'comment' | 'merge' | 'more' | 'other' {
    const text = this.#text(line);
    const indent = this.#indent(line);
    if (indent === text.length) return 'blank';
    if (text.charAt(indent) === '#') return 'comment';
    if (indent > this.#column) return 'more';
    if (!this.#isMap || indent !== this.#column) return 'other';
    if (/^<<[ \t]*:/.test(text.slice(indent, indent + 100))) return 'merge';
    return /^-(?:[ \t]|$)/.test(text.slice(indent, indent + 2)) ? 'more' : 'other';
  }

  #indent(line: number): number {
    const text = this.#text(line);
    let at = 0;
    while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at++;
    return at;
  }

  #text(line: number): string {
    const text = this.#source.slice(this.#source.lineSpan(line));
    return line === 0 ? text.replace('\uFEFF', '') : text;
  }
}
