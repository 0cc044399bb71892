import type { MappedText } from '../../text/mapped.js';
import type { Span } from '../../text/span.js';
import { isPlain, lexWord, type LexedWord } from './variables.js';
import type { VariableUse, Word } from './types.js';

/** A text that was written with quotes or escapes around its characters. */
export interface Decoded {
  readonly value: string;
  /** Offset of its first character in the joined text. */
  readonly start: number;
  /** For each character of `value`, its offset in the joined text; absent when they follow one another. */
  readonly offsets?: readonly number[];
}

/** The document span of `start..end` of a decoded text. */
export function decodedSpan(
  map: MappedText,
  { value, start: first, offsets }: Decoded,
  start: number,
  end: number,
): Span {
  const place = (at: number): number => offsets?.[at] ?? first + at;
  if (start < end) return map.span(place(start), place(end - 1) + 1);
  const at = start < value.length || start === 0 ? place(start) : place(start - 1) + 1;
  return map.span(at, at);
}

/** How the text of a word becomes its value. */
export interface WordReading {
  /** Escape character where BuildKit takes off quotes and reads variables; undefined where it does not. */
  readonly lex: string | undefined;
  /** The text after an earlier step (flag quotes, JSON); the written text where there was none. */
  readonly decoded?: Decoded;
}

const none: readonly never[] = [];

/** A word that knows its place in a joined text. Cuts nothing out before it is asked. */
export class JoinedWord implements Word {
  readonly #map: MappedText;
  readonly #start: number;
  readonly #end: number;
  readonly #reading: WordReading;
  /** `plain` for a word whose value is its content. */
  #lexed: LexedWord | 'plain' | undefined;
  #variables: readonly VariableUse[] | undefined;

  /** `start` and `end` are offsets of the joined text `map`. */
  constructor(map: MappedText, start: number, end: number, reading: WordReading) {
    this.#map = map;
    this.#start = start;
    this.#end = end;
    this.#reading = reading;
  }

  get span(): Span {
    return this.#map.span(this.#start, this.#end);
  }

  get text(): string {
    return this.#map.text.slice(this.#start, this.#end);
  }

  get content(): string {
    return this.#reading.decoded?.value ?? this.text;
  }

  get value(): string {
    const lexed = this.#lex();
    return lexed === 'plain' ? this.content : lexed.value;
  }

  get variables(): readonly VariableUse[] {
    const lexed = this.#lex();
    if (lexed === 'plain' || lexed.variables.length === 0) return none;
    this.#variables ??= lexed.variables.map((raw): VariableUse => {
      const { name, braced } = raw;
      const span = this.#spanOf(raw.span);
      const nameSpan = this.#spanOf(raw.nameSpan);
      if (raw.operator === undefined) return { name, span, nameSpan, braced };
      const { operator, operand } = raw;
      return { name, span, nameSpan, braced, operator, operand, operandSpan: this.#spanOf(raw.operandSpan) };
    });
    return this.#variables;
  }

  at(start: number, end: number): Span {
    return this.#map.span(this.#start + start, this.#start + end);
  }

  /** The same word between other offsets of its text, such as the value behind `=`. */
  part(start: number, end: number = this.#end - this.#start): JoinedWord {
    const reading = this.#reading.decoded === undefined ? this.#reading : { lex: this.#reading.lex };
    return new JoinedWord(this.#map, this.#start + start, this.#start + end, reading);
  }

  /** The same word where quotes and variables mean nothing. */
  withoutExpansion(): JoinedWord {
    return new JoinedWord(this.#map, this.#start, this.#end, { lex: undefined });
  }

  /** Why BuildKit would refuse the word; undefined when it takes it. */
  get error(): string | undefined {
    const lexed = this.#lex();
    return lexed === 'plain' ? undefined : lexed.error;
  }

  #lex(): LexedWord | 'plain' {
    this.#lexed ??= this.#read();
    return this.#lexed;
  }

  #read(): LexedWord | 'plain' {
    const { lex } = this.#reading;
    if (lex === undefined) return 'plain';
    const { content } = this;
    return isPlain(content, lex) ? 'plain' : lexWord(content, lex);
  }

  #spanOf({ start, end }: Span): Span {
    const { decoded } = this.#reading;
    return decoded === undefined ? this.at(start, end) : decodedSpan(this.#map, decoded, start, end);
  }
}

/** Why Docker's expansion would refuse a word, to stand behind “because”; undefined when it takes it. */
export function wordError(word: Word): string | undefined {
  return word instanceof JoinedWord ? word.error : undefined;
}
