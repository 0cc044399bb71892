import { compileGlob, replaceGlob, trimEnd, trimStart } from './glob.js';
import type { Expansion } from './types.js';

/**
 * What is known of a variable: its value; that it is never set (`$1`); that it is not set unless the build command
 * gives it (`ARG X`, or not declared at all); or nothing.
 */
export type Lookup = { readonly value: string } | 'unset' | 'not-given' | 'unknown';

export interface ExpandOptions {
  /** Character that takes the meaning from the next one. */
  readonly escape: '\\' | '`';
  /** False for heredoc bodies, where quotes are ordinary characters. */
  readonly quotes?: boolean;
}

/** Longest value that is computed; a longer one counts as unknown, so that doubling variables stay small. */
const VALUE_LIMIT = 4096;
/** Longest text that a word with variables may grow to on the way. */
const TEXT_LIMIT = 1_000_000;
/** Deepest nesting of `${…${…}…}`. */
const DEPTH_LIMIT = 50;

/** A place where Docker would refuse the word. Never leaves this file. */
class BadWord extends Error {}

/** `raw` keeps escapes; `pattern` also doubles those in single quotes, since a pattern is read once more. */
type Reading = 'plain' | 'raw' | 'pattern';

/** A piece of result; `known` is false when it stands as written. */
interface Piece {
  readonly text: string;
  readonly known: boolean;
}

/**
 * Docker's quote removal and variable expansion of one word, after BuildKit's frontend/dockerfile/shell/lex.go.
 * `${X:-d}` of a variable about which nothing is known gives the default, but is not `known`.
 * Parts without a known value stay as written.
 * A word that Docker would refuse comes back as written. Never throws.
 */
export function expandText(text: string, lookup: (name: string) => Lookup, options: ExpandOptions): Expansion {
  if (!/[$'"\\`]/.test(text)) return { value: text, known: true, unknown: [] };
  const lexer = new Lexer(text, lookup, options);
  try {
    const { text: value, known } = lexer.read('', 'plain', 0);
    if (value.length > VALUE_LIMIT && lexer.usesVariables) return { value: text, known: false, unknown: lexer.unknown };
    return { value, known, unknown: lexer.unknown };
  } catch (error) {
    if (!(error instanceof BadWord)) throw error;
    return { value: text, known: false, unknown: lexer.unknown };
  }
}

class Lexer {
  readonly unknown: string[] = [];
  usesVariables = false;
  #at = 0;
  readonly #text: string;
  readonly #lookup: (name: string) => Lookup;
  readonly #escape: string;
  readonly #quotes: boolean;

  constructor(text: string, lookup: (name: string) => Lookup, options: ExpandOptions) {
    this.#text = text;
    this.#lookup = lookup;
    this.#escape = options.escape;
    this.#quotes = options.quotes ?? true;
  }

  /** Reads up to and over `stop`, or to the end when it is empty. */
  read(stop: string, reading: Reading, depth: number): Piece {
    if (depth > DEPTH_LIMIT) throw new BadWord();
    const out = new Pieces();
    while (this.#at < this.#text.length) {
      const char = this.#char();
      if (char === stop) {
        this.#at++;
        return out;
      }
      if (char === '$') out.add(this.#dollar(depth));
      else if (char === "'" && this.#quotes) out.addText(this.#singleQuoted(reading));
      else if (char === '"' && this.#quotes) this.#doubleQuoted(out, reading, depth);
      else if (char === this.#escape) this.#escaped(out, reading);
      else out.addText(this.#next());
    }
    if (stop !== '') throw new BadWord();
    return out;
  }

  #escaped(out: Pieces, reading: Reading): void {
    const mark = this.#next();
    if (reading !== 'plain') out.addText(mark);
    out.addText(this.#next());
  }

  #singleQuoted(reading: Reading): string {
    const end = this.#text.indexOf("'", this.#at + 1);
    if (end < 0) throw new BadWord();
    const inner = this.#text.slice(this.#at + 1, end);
    this.#at = end + 1;
    return reading === 'pattern' ? inner.replaceAll(this.#escape, this.#escape.repeat(2)) : inner;
  }

  #doubleQuoted(out: Pieces, reading: Reading, depth: number): void {
    this.#at++;
    while (this.#at < this.#text.length) {
      const char = this.#char();
      if (char === '"') {
        this.#at++;
        return;
      }
      if (char === '$') out.add(this.#dollar(depth));
      else if (char === this.#escape) this.#escapedInQuotes(out, reading);
      else out.addText(this.#next());
    }
    throw new BadWord();
  }

  #escapedInQuotes(out: Pieces, reading: Reading): void {
    const mark = this.#next();
    if (reading !== 'plain') out.addText(mark);
    const following = this.#char();
    if (following === '') return;
    out.addText(following === '"' || following === '$' || following === this.#escape ? this.#next() : mark);
  }

  #dollar(depth: number): Piece {
    const start = this.#at;
    this.#at++;
    this.usesVariables = true;
    if (this.#char() === '{') return this.#braced(start, depth);
    const name = this.#name();
    return name === '' ? { text: '$', known: true } : this.#plain(name, start);
  }

  #braced(start: number, depth: number): Piece {
    this.#at++;
    const first = this.#char();
    if (first === '' || first === '{' || first === '}' || first === ':') throw new BadWord();
    const name = this.#name();
    const operator = this.#next();
    if (operator === '}') return this.#plain(name, start);
    if (operator === '/') return this.#replaced(name, start, depth);
    const colon = operator === ':';
    const kind = colon ? this.#next() : operator;
    if (kind === '#' || kind === '%') {
      if (colon) throw new BadWord();
      return this.#trimmed(name, kind, start, depth);
    }
    if (kind !== '-' && kind !== '+' && kind !== '?') throw new BadWord();
    return this.#conditional(name, kind, colon, start, depth);
  }

  #plain(name: string, start: number): Piece {
    const found = this.#lookup(name);
    if (found === 'unknown' || found === 'not-given') return this.#asWritten(name, start);
    return { text: found === 'unset' ? '' : found.value, known: true };
  }

  #conditional(name: string, kind: '-' | '+' | '?', nullIsUnset: boolean, start: number, depth: number): Piece {
    const mark = this.unknown.length;
    const word = this.read('}', 'plain', depth + 1);
    const found = this.#lookup(name);
    const uses = kind === '-' ? !isSet(found, nullIsUnset) : isSet(found, nullIsUnset);
    if (!uses || kind === '?') this.unknown.length = mark;
    if (found === 'unknown') {
      if (kind !== '-') return this.#asWritten(name, start);
      this.unknown.push(name);
      return { text: word.text, known: false };
    }
    const value = typeof found === 'object' ? found.value : undefined;
    if (kind === '-') return uses || value === undefined ? word : { text: value, known: true };
    if (kind === '+') return uses ? word : { text: '', known: true };
    if (found === 'not-given') return this.#asWritten(name, start);
    if (!uses || value === undefined) throw new BadWord();
    return { text: value, known: true };
  }

  #trimmed(name: string, kind: '#' | '%', start: number, depth: number): Piece {
    const word = this.read('}', 'pattern', depth + 1);
    const longest = word.text.startsWith(kind);
    const glob = compileGlob(longest ? word.text.slice(1) : word.text);
    return this.#changed(name, start, word.known, (value) => {
      const result = glob && (kind === '#' ? trimStart(glob, value, longest) : trimEnd(glob, value, longest));
      if (result === undefined) throw new BadWord();
      return result;
    });
  }

  #replaced(name: string, start: number, depth: number): Piece {
    const all = this.#char() === '/';
    if (all) this.#at++;
    const pattern = this.read('/', 'pattern', depth + 1);
    const replacement = this.read('}', 'raw', depth + 1);
    return this.#changed(name, start, pattern.known && replacement.known, (value) => {
      const glob = compileGlob(pattern.text);
      // Go's regexp would read a `$` that is left here as a group.
      if (glob === undefined || (all && replacement.text.includes('$'))) throw new BadWord();
      const result = replaceGlob(glob, value, replacement.text, all);
      if (result === undefined) throw new BadWord();
      return result;
    });
  }

  #changed(name: string, start: number, operandsKnown: boolean, change: (value: string) => string): Piece {
    const found = this.#lookup(name);
    if (found === 'unknown' || found === 'not-given') return this.#asWritten(name, start);
    if (!operandsKnown) return { text: this.#text.slice(start, this.#at), known: false };
    return { text: change(found === 'unset' ? '' : found.value), known: true };
  }

  #asWritten(name: string, start: number): Piece {
    this.unknown.push(name);
    return { text: this.#text.slice(start, this.#at), known: false };
  }

  /** A name, digits, one special parameter, or nothing. */
  #name(): string {
    const rest = /\p{Nd}+|[@*#?\-$!]|[\p{L}_][\p{L}\p{Nd}_]*/uy;
    rest.lastIndex = this.#at;
    const name = rest.exec(this.#text)?.[0] ?? '';
    this.#at += name.length;
    return name;
  }

  #char(): string {
    const code = this.#text.codePointAt(this.#at);
    return code === undefined ? '' : String.fromCodePoint(code);
  }

  #next(): string {
    const char = this.#char();
    this.#at += char.length;
    return char;
  }
}

/** Collects what has been read so far. */
class Pieces implements Piece {
  text = '';
  known = true;

  add(piece: Piece): void {
    this.text += piece.text;
    if (this.text.length > TEXT_LIMIT) throw new BadWord();
    this.known &&= piece.known;
  }

  addText(text: string): void {
    this.text += text;
  }
}

function isSet(found: Lookup, nullIsUnset: boolean): boolean {
  return typeof found === 'object' && !(nullIsUnset && found.value === '');
}
