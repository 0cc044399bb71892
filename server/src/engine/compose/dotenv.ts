import { MappedText } from '../text/mapped.js';
import type { Span } from '../text/span.js';
import { parseTemplate } from './interpolation/parse.js';
import { substitute, type Lookup } from './interpolation/substitute.js';
import type { Template } from './interpolation/types.js';
import { Pieces } from './tree/pieces.js';

/** One variable of an env file. */
export interface DotenvEntry {
  readonly name: string;
  readonly nameSpan: Span;
  /** With its quotes; empty where nothing stands behind the sign, undefined for a name alone, which takes the value of the shell. */
  readonly valueSpan: Span | undefined;
  readonly quote: '"' | "'" | undefined;
  /** The value before variables are put in, mapped to the file. */
  readonly text: MappedText;
  /** Its variables; of a value in single quotes undefined. */
  readonly template: Template | undefined;
}

export type DotenvProblemCode =
  'invalid-name' | 'name-with-blank' | 'unterminated-quote' | 'missing-name' | 'invalid-interpolation';

/** Something for which Compose refuses the file. */
export interface DotenvProblem {
  readonly code: DotenvProblemCode;
  readonly span: Span;
  readonly message: string;
}

export interface DotenvFile {
  /** In order; of a name that comes twice the last one counts. */
  readonly entries: readonly DotenvEntry[];
  readonly problems: readonly DotenvProblem[];
}

/** Blanks as Go's `unicode.IsSpace` sees them. */
const space = /[\t-\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/;
/** Those that compose-go skips within a line. */
const blank = /[\t\v\f\r \u0085\u00A0]/;

/**
 * Reads an env file with the rules of Compose (compose-go, dotenv/parser.go). Compose stops at the first problem; this
 * goes on with the next line. Takes time that grows with the text. Never throws.
 */
export function parseDotenv(text: string): DotenvFile {
  const reader = new Reader(text);
  reader.run();
  return reader;
}

/** The values of a file; null is never among them, undefined is a value that nobody knows. `shell` counts before the file. */
export function dotenvValues({ entries }: DotenvFile, shell: Lookup): ReadonlyMap<string, string | undefined> {
  const values = new Map<string, string | undefined>();
  const lookup: Lookup = (name) => {
    const outside = shell(name);
    if (outside !== null) return outside;
    return values.has(name) ? values.get(name) : null;
  };
  for (const { name, valueSpan, text, template } of entries) {
    if (valueSpan === undefined) {
      const outside = shell(name);
      if (outside !== null) values.set(name, outside);
    } else if (template === undefined) values.set(name, text.text);
    else {
      const result = substitute(template, lookup);
      if (result.kind === 'value') values.set(name, result.value);
      else if (result.kind === 'unknown') values.set(name, undefined);
    }
  }
  return values;
}

class Reader implements DotenvFile {
  readonly entries: DotenvEntry[] = [];
  readonly problems: DotenvProblem[] = [];
  readonly #text: string;
  #at: number;

  constructor(text: string) {
    this.#text = text;
    this.#at = text.startsWith('\uFEFF') ? 1 : 0;
  }

  run(): void {
    while (this.#toStatement()) this.#statement();
  }

  /** Skips blanks, empty lines and comments. */
  #toStatement(): boolean {
    const text = this.#text;
    for (;;) {
      while (this.#at < text.length && space.test(text.charAt(this.#at))) this.#at++;
      if (this.#at >= text.length) return false;
      if (text[this.#at] !== '#') return true;
      this.#at = this.#lineEnd(this.#at);
    }
  }

  #statement(): void {
    const text = this.#text;
    const whole = this.#at;
    if (text.startsWith('export', whole) && space.test(text.charAt(whole + 6))) {
      this.#at += 6;
      this.#skipBlanks();
      if (this.#at >= text.length) {
        this.#problem('missing-name', { start: whole, end: whole + 6 }, 'A name is missing behind "export".');
        return;
      }
    }
    const start = this.#at;
    const end = this.#endOfName(start);
    if (end === undefined) {
      this.#at = this.#lineEnd(start);
      return;
    }
    let nameEnd = end;
    while (nameEnd > start && space.test(text.charAt(nameEnd - 1))) nameEnd--;
    const nameSpan = { start, end: nameEnd };
    const name = text.slice(start, nameEnd);
    this.#at = Math.min(end + 1, text.length);
    if (end < text.length && name.includes(' ')) {
      const message = 'The name of a variable cannot hold a blank, so Compose refuses the file.';
      this.#problem('name-with-blank', nameSpan, message);
      this.#at = this.#lineEnd(end);
      return;
    }
    if (end >= text.length || text[end] === '\n') {
      // compose-go does not see a name alone on a last line that has no line end.
      if (end < text.length && name !== '')
        this.#entry(name, nameSpan, undefined, undefined, MappedText.at('', nameEnd));
      return;
    }
    this.#skipBlanks();
    this.#value(name, nameSpan);
  }

  /** Where the sign or the line end behind a name stands; undefined where a character before it cannot be in a name. */
  #endOfName(start: number): number | undefined {
    const text = this.#text;
    for (let at = start; at < text.length;) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      if (/[=:\n]/.test(character)) return at;
      if (!blank.test(character) && !/[_.[\]\-\p{L}\p{N}]/u.test(character)) {
        const message = `The name of a variable cannot hold ${character}, so Compose refuses the file.`;
        this.#problem('invalid-name', { start: at, end: at + character.length }, message);
        return undefined;
      }
      at += character.length;
    }
    return text.length;
  }

  #value(name: string, nameSpan: Span): void {
    const text = this.#text;
    const start = this.#at;
    const quote = text[start];
    if (quote === '"' || quote === "'") {
      const close = this.#quoteEnd(start, quote);
      if (close === undefined) {
        const end = this.#lineEnd(start);
        const message = 'The quote that starts here is not closed, so Compose refuses the file.';
        this.#problem('unterminated-quote', { start, end }, message);
        this.#at = end;
        return;
      }
      this.#at = close + 1;
      this.#entry(name, nameSpan, { start, end: close + 1 }, quote, unquoted(text, start + 1, close, quote));
      return;
    }
    this.#at = this.#lineEnd(start);
    let end = this.#at;
    const comment = text.indexOf(' #', start);
    if (comment >= 0 && comment < end) end = comment;
    while (end > start && space.test(text.charAt(end - 1))) end--;
    this.#entry(name, nameSpan, { start, end }, undefined, MappedText.at(text.slice(start, end), start));
  }

  #quoteEnd(start: number, quote: string): number | undefined {
    let escaped = false;
    for (let at = start + 1; at < this.#text.length; at++) {
      const character = this.#text[at];
      if (character === quote && !escaped) return at;
      escaped = character === '\\' && !escaped;
    }
    return undefined;
  }

  #entry(
    name: string,
    nameSpan: Span,
    valueSpan: Span | undefined,
    quote: '"' | "'" | undefined,
    text: MappedText,
  ): void {
    const template = quote === "'" || valueSpan === undefined ? undefined : parseTemplate(text.text);
    this.entries.push({ name, nameSpan, valueSpan, quote, text, template });
    for (const { start, end } of template?.problems ?? []) {
      const message = 'This is no expression that Compose can read; write $$ for a dollar.';
      this.#problem('invalid-interpolation', text.span(start, end), message);
    }
  }

  #problem(code: DotenvProblemCode, span: Span, message: string): void {
    this.problems.push({ code, span, message });
  }

  #skipBlanks(): void {
    while (this.#at < this.#text.length && blank.test(this.#text.charAt(this.#at))) this.#at++;
  }

  #lineEnd(from: number): number {
    const feed = this.#text.indexOf('\n', from);
    return feed < 0 ? this.#text.length : feed;
  }
}

const escapes: Readonly<Record<string, string>> = {
  '\\a': '\x07',
  '\\b': '\b',
  '\\f': '\f',
  '\\n': '\n',
  '\\r': '\r',
  '\\t': '\t',
  '\\v': '\v',
  '\\"': '"',
  '\\\\': '\\',
  '\\$': '$$',
};

/** What stands between quotes with its escapes resolved (`extractVarValue`, `expandEscapes`). */
function unquoted(text: string, start: number, end: number, quote: '"' | "'"): MappedText {
  const raw = text.slice(start, end);
  if (!raw.includes('\\')) return MappedText.at(raw, start);
  const pieces = new Pieces();
  let from = 0;
  for (const { 0: found, index } of raw.matchAll(/\\(?:0\d{0,3}|[^])/g)) {
    const value = quote === "'" ? (found === "\\'" ? "'" : undefined) : (escapes[found] ?? octal(found));
    if (value === undefined) continue;
    pieces.add(raw.slice(from, index), start + from);
    pieces.replace(value, start + index);
    from = index + found.length;
  }
  pieces.add(raw.slice(from), start + from);
  return pieces.done();
}

/** Three octal digits behind `\0` are a character; else compose-go loses the zero. */
function octal(text: string): string | undefined {
  if (!text.startsWith('\\0')) return undefined;
  const code = /^\\0[0-7]{3}$/.test(text) ? parseInt(text.slice(2), 8) : 256;
  return code < 256 ? String.fromCharCode(code) : `\\${text.slice(2)}`;
}
