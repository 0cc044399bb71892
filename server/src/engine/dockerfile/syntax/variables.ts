import type { Span } from '../../text/span.js';

/** A variable with spans in the text of its word. */
export type RawVariable = {
  readonly name: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly braced: boolean;
} & (
  | { readonly operator?: undefined }
  | { readonly operator: string; readonly operand: string; readonly operandSpan: Span }
);

export interface LexedWord {
  /** Quotes and escapes taken off; variables as written. */
  readonly value: string;
  /** In order of their start; those inside an operand follow the variable that holds it. */
  readonly variables: readonly RawVariable[];
  /** Why BuildKit would refuse the word. */
  readonly error?: string;
}

/** Nesting of `${A:-${B}}` beyond which a word counts as wrong, so that no text exhausts the stack. */
const deepest = 100;

/** Whether a text has neither quotes nor escapes nor variables, and so is its own value. */
export function isPlain(text: string, escape: string): boolean {
  return !text.includes('$') && !text.includes("'") && !text.includes('"') && !text.includes(escape);
}

/**
 * Reads a word as BuildKit's word expansion does (frontend/dockerfile/shell/lex.go) without knowing any variable.
 * Never throws: behind a mistake the rest is taken as written.
 */
export function lexWord(text: string, escape: string): LexedWord {
  return isPlain(text, escape) ? { value: text, variables: [] } : new WordLexer(text, escape).read();
}

const operatorPattern = /[}+?-]|:[+?-]|##?|%%?|\/\/?/y;
const namePattern = /\p{Nd}+|[@*#?$!-]|[\p{L}_][\p{L}\p{Nd}_]*/uy;

class LexError extends Error {}

class WordLexer {
  readonly #text: string;
  readonly #escape: string;
  readonly #variables: RawVariable[] = [];
  #at = 0;
  #depth = 0;
  /** Where the construct being read began, and how many parts of the value came before it. */
  #sound = { at: 0, parts: 0 };

  constructor(text: string, escape: string) {
    this.#text = text;
    this.#escape = escape;
  }

  read(): LexedWord {
    const out: string[] = [];
    try {
      this.#until(undefined, out);
    } catch (error) {
      if (!(error instanceof LexError)) throw error;
      const value = out.slice(0, this.#sound.parts).join('') + this.#text.slice(this.#sound.at);
      return { value, variables: this.#sorted(), error: error.message };
    }
    return { value: out.join(''), variables: this.#sorted() };
  }

  #sorted(): readonly RawVariable[] {
    return this.#variables.sort((a, b) => a.span.start - b.span.start);
  }

  /** Reads to the end of the text, or behind `stop`. */
  #until(stop: string | undefined, out: string[]): void {
    const text = this.#text;
    while (this.#at < text.length) {
      const char = text.charAt(this.#at);
      if (stop === undefined) this.#sound = { at: this.#at, parts: out.length };
      if (char === stop) {
        this.#at++;
        return;
      }
      if (char === "'") this.#singleQuoted(out);
      else if (char === '"') this.#doubleQuoted(out);
      else if (char === '$') this.#dollar(out);
      else if (char === this.#escape) {
        out.push(text.charAt(this.#at + 1));
        this.#at += 2;
      } else this.#plain(out, stop);
    }
    if (stop !== undefined) throw new LexError(`“${stop}” is missing`);
  }

  #plain(out: string[], stop: string | undefined): void {
    const start = this.#at;
    while (this.#at < this.#text.length) {
      const char = this.#text.charAt(this.#at);
      if (char === stop || char === "'" || char === '"' || char === '$' || char === this.#escape) break;
      this.#at++;
    }
    out.push(this.#text.slice(start, this.#at));
  }

  #singleQuoted(out: string[]): void {
    const start = this.#at + 1;
    const end = this.#text.indexOf("'", start);
    this.#at = end < 0 ? this.#text.length : end + 1;
    out.push(end < 0 ? this.#text.slice(start) : this.#text.slice(start, end));
    if (end < 0) throw new LexError('the closing single quote is missing');
  }

  #doubleQuoted(out: string[]): void {
    const text = this.#text;
    this.#at++;
    while (this.#at < text.length) {
      const char = text.charAt(this.#at);
      if (char === '"') {
        this.#at++;
        return;
      }
      if (char === '$') {
        this.#dollar(out);
      } else if (char === this.#escape) {
        const next = text.charAt(this.#at + 1);
        const taken = next === '"' || next === '$' || next === this.#escape;
        if (next !== '') out.push(taken ? next : char);
        this.#at += taken ? 2 : 1;
      } else {
        out.push(char);
        this.#at++;
      }
    }
    throw new LexError('the closing double quote is missing');
  }

  #dollar(out: string[]): void {
    const start = this.#at;
    this.#at++;
    if (this.#text.charAt(this.#at) === '{') this.#braced(start);
    else this.#bare(start);
    out.push(this.#text.slice(start, this.#at));
  }

  #bare(start: number): void {
    const nameSpan = this.#name();
    if (nameSpan.start === nameSpan.end) return;
    const name = this.#text.slice(nameSpan.start, nameSpan.end);
    this.#variables.push({ name, span: { start, end: this.#at }, nameSpan, braced: false });
  }

  #braced(start: number): void {
    if (++this.#depth > deepest) throw new LexError('variables are nested too deeply');
    const text = this.#text;
    this.#at++;
    const first = text.charAt(this.#at);
    if (first === '') throw new LexError('“}” is missing');
    if (first === '{' || first === '}' || first === ':') throw new LexError('no variable is named');
    const nameSpan = this.#name();
    const name = text.slice(nameSpan.start, nameSpan.end);
    const operator = this.#operator();
    if (operator === '}') {
      this.#variables.push({ name, span: { start, end: this.#at }, nameSpan, braced: true });
    } else {
      const from = this.#at;
      if (operator.startsWith('/')) this.#until('/', []);
      this.#until('}', []);
      const operandSpan = { start: from, end: this.#at - 1 };
      const operand = text.slice(from, this.#at - 1);
      this.#variables.push({
        name,
        span: { start, end: this.#at },
        nameSpan,
        braced: true,
        operator,
        operand,
        operandSpan,
      });
    }
    this.#depth--;
  }

  /** What follows the name: `}` or an operator. */
  #operator(): string {
    operatorPattern.lastIndex = this.#at;
    const operator = operatorPattern.exec(this.#text)?.[0];
    if (operator === undefined)
      throw new LexError(this.#at < this.#text.length ? 'the operator is not one that Docker knows' : '“}” is missing');
    this.#at += operator.length;
    return operator;
  }

  /** A name, digits, or one special character; empty when there is none. */
  #name(): Span {
    const start = this.#at;
    namePattern.lastIndex = start;
    this.#at += namePattern.exec(this.#text)?.[0].length ?? 0;
    return { start, end: this.#at };
  }
}
