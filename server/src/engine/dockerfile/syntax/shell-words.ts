import { isSpace } from './characters.js';

export interface ShellWord {
  readonly text: string;
  /** Offsets in the line. */
  readonly start: number;
  readonly end: number;
}

export interface ShellWordOptions {
  /** Whether quotes stay in the words. */
  readonly quotes: 'keep' | 'drop';
  /** Whether backslashes stay in the words. */
  readonly escapes: 'keep' | 'drop';
}

const namePattern = /\p{Nd}+|[@*#?$!-]|[\p{L}_][\p{L}\p{Nd}_]*/uy;

/** Nesting of `${…}` beyond which a line counts as wrong, so that no text exhausts the stack. */
const deepest = 100;

/**
 * Splits a line into words as BuildKit does to look for heredocs: no variable is known, the escape character is the
 * backslash (frontend/dockerfile/shell/lex.go, ProcessWords). Undefined when quotes or braces do not match.
 */
export function shellWords(line: string, options: ShellWordOptions): readonly ShellWord[] | undefined {
  const splitter = new Splitter(line, options);
  return splitter.until('', options.escapes === 'keep') === undefined ? undefined : splitter.words;
}

/** Reads with a shared word buffer, which a nested `${…}` empties: so does BuildKit. */
class Splitter {
  readonly words: ShellWord[] = [];
  readonly #line: string;
  readonly #keepQuotes: boolean;
  #at = 0;
  #depth = 0;
  #buffer = '';
  #start = 0;
  #inWord = false;

  constructor(line: string, { quotes }: ShellWordOptions) {
    this.#line = line;
    this.#keepQuotes = quotes === 'keep';
  }

  /** Reads to the end, or behind `stop`; the text read, or undefined on a mistake. */
  until(stop: string, keepEscapes: boolean): string | undefined {
    const line = this.#line;
    const out: string[] = [];
    while (this.#at < line.length) {
      const start = this.#at;
      const char = line.charAt(start);
      if (char === stop) {
        this.#at++;
        return out.join('');
      }
      if (char === '\\') {
        const escaped = line.charAt(start + 1);
        this.#at = start + 2;
        const kept = keepEscapes ? `\\${escaped}` : escaped;
        if (kept !== '') this.#add(kept, start);
        out.push(kept);
      } else if (char === '<' || char === '"' || char === "'" || char === '$') {
        const read = this.#special(char, keepEscapes);
        if (read === undefined) return undefined;
        if (char === '$') this.#addSplit(read, start);
        else this.#add(read, start);
        out.push(read);
      } else {
        this.#at++;
        this.#addChar(char, start);
        out.push(char);
      }
    }
    if (stop !== '') return undefined;
    this.#flush(line.length);
    return out.join('');
  }

  #special(char: string, keepEscapes: boolean): string | undefined {
    if (char === '<') return this.#redirection();
    if (char === "'") return this.#singleQuoted();
    if (char === '"') return this.#doubleQuoted(keepEscapes);
    return this.#dollar();
  }

  /** Adds raw text; only the outermost level keeps words. */
  #add(text: string, start: number): void {
    if (this.#depth > 0) return;
    if (this.#buffer === '') this.#start = start;
    this.#buffer += text;
    this.#inWord = true;
  }

  #addChar(char: string, start: number): void {
    if (!isSpace(char.charCodeAt(0))) this.#add(char, start);
    else if (this.#inWord && this.#depth === 0) this.#flush(start);
  }

  #addSplit(text: string, start: number): void {
    if (this.#depth > 0) return;
    for (let at = 0; at < text.length; at++) this.#addChar(text.charAt(at), Math.min(start + at, this.#at));
  }

  #flush(end: number): void {
    if (this.#buffer === '') return;
    this.words.push({ text: this.#buffer, start: this.#start, end });
    this.#buffer = '';
    this.#inWord = false;
  }

  /** `<` or `<<` with the blanks behind it. */
  #redirection(): string {
    const start = this.#at;
    this.#at++;
    if (this.#line.charAt(this.#at) === '<') {
      this.#at++;
      while (/[\t\r ]/.test(this.#line.charAt(this.#at))) this.#at++;
    }
    return this.#line.slice(start, this.#at);
  }

  #singleQuoted(): string | undefined {
    const start = this.#at;
    const end = this.#line.indexOf("'", start + 1);
    if (end < 0) return undefined;
    this.#at = end + 1;
    return this.#keepQuotes ? this.#line.slice(start, end + 1) : this.#line.slice(start + 1, end);
  }

  #doubleQuoted(keepEscapes: boolean): string | undefined {
    const line = this.#line;
    const quote = this.#keepQuotes ? '"' : '';
    const out: string[] = [quote];
    this.#at++;
    while (this.#at < line.length) {
      const char = line.charAt(this.#at);
      if (char === '"') {
        this.#at++;
        out.push(quote);
        return out.join('');
      }
      if (char === '$') {
        const read = this.#dollar();
        if (read === undefined) return undefined;
        out.push(read);
      } else if (char === '\\') {
        out.push(this.#escapedInQuotes(keepEscapes));
      } else {
        this.#at++;
        out.push(char);
      }
    }
    return undefined;
  }

  #escapedInQuotes(keepEscapes: boolean): string {
    const next = this.#line.charAt(this.#at + 1);
    const special = next === '"' || next === '$' || next === '\\';
    this.#at += special ? 2 : 1;
    const kept = keepEscapes ? '\\' : '';
    if (next === '') return kept;
    return kept + (special ? next : '\\');
  }

  #dollar(): string | undefined {
    const line = this.#line;
    this.#at++;
    if (line.charAt(this.#at) !== '{') return `$${this.#name()}`;
    this.#at++;
    if (/^[{}:]?$/.test(line.charAt(this.#at))) return undefined;
    const name = this.#name();
    const operator = line.charAt(this.#at++);
    if (operator === '}') return `\${${name}}`;
    if (operator === '/') return this.#replacement(name);
    return this.#defaulted(name, operator);
  }

  #defaulted(name: string, first: string): string | undefined {
    const operator = first === ':' ? this.#line.charAt(this.#at++) : first;
    if (!/^[-+?]$/.test(operator) && !(first !== ':' && /^[#%]$/.test(operator))) return undefined;
    const word = this.#nested('}', operator === '#' || operator === '%');
    return word === undefined ? undefined : `\${${name}${first === ':' ? ':' : ''}${operator}${word}}`;
  }

  #replacement(name: string): string | undefined {
    if (this.#line.charAt(this.#at) === '/') this.#at++;
    const pattern = this.#nested('/', true);
    if (pattern === undefined) return undefined;
    const replacement = this.#nested('}', true);
    return replacement === undefined ? undefined : `\${${name}/${pattern}/${replacement}}`;
  }

  #nested(stop: string, keepEscapes: boolean): string | undefined {
    if (this.#depth >= deepest) return undefined;
    this.#depth++;
    const read = this.until(stop, keepEscapes);
    this.#depth--;
    this.#buffer = '';
    return read;
  }

  /** A name, digits, or one special character; empty when there is none. */
  #name(): string {
    namePattern.lastIndex = this.#at;
    const name = namePattern.exec(this.#line)?.[0] ?? '';
    this.#at += name.length;
    return name;
  }
}
