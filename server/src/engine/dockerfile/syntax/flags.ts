import type { MappedText } from '../../text/mapped.js';
import type { Span } from '../../text/span.js';
import { isBlank, skipBlanks, skipSpaces } from './characters.js';
import { readOptions } from './options.js';
import { flagFacts } from './tables.js';
import type { Flag, FlagOption, Word } from './types.js';
import { JoinedWord, type Decoded } from './word.js';

/** The flags of an instruction, and where what follows them starts in the joined text. */
export interface FlagList {
  readonly flags: readonly Flag[];
  readonly rest: number;
}

const noFlags: readonly Flag[] = [];

/** Reads the flags behind the keyword as BuildKit's extractBuilderFlags does (parser/split_command.go). */
export function readFlags(map: MappedText, start: number, keyword: string, escape: string): FlagList {
  const { text } = map;
  let at = skipBlanks(text, start, text.length);
  if (!text.startsWith('--', at)) return { flags: noFlags, rest: skipSpaces(text, at, text.length) };
  const flags: Flag[] = [];
  while (text.startsWith('--', at)) {
    const word = readFlagWord(text, at, escape);
    at = skipBlanks(text, word.end, text.length);
    if (word.decoded.value === '--') break;
    flags.push(new JoinedFlag(map, word, keyword, escape));
  }
  return { flags, rest: skipSpaces(text, at, text.length) };
}

interface FlagWord {
  readonly start: number;
  readonly end: number;
  readonly decoded: Decoded;
}

/** One word that starts with `--`; quotes and escapes may stand anywhere in it. */
function readFlagWord(text: string, start: number, escape: string): FlagWord {
  const value: string[] = [];
  const offsets: number[] = [];
  let quote = '';
  let at = start;
  for (; at < text.length; at++) {
    const char = text.charAt(at);
    if (quote === '' && isBlank(text.charCodeAt(at))) break;
    if (quote === '' ? char === '"' || char === "'" : char === quote) {
      quote = quote === '' ? char : '';
      continue;
    }
    if (char === escape) {
      if (at + 1 === text.length) continue;
      at++;
    }
    value.push(text.charAt(at));
    offsets.push(at);
  }
  const decoded = { value: value.join(''), start };
  return { start, end: at, decoded: value.length === at - start ? decoded : { ...decoded, offsets } };
}

class JoinedFlag implements Flag {
  readonly name: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly value?: Word;
  readonly #map: MappedText;
  readonly #content: Decoded | undefined;
  #options: readonly FlagOption[] | undefined;

  constructor(map: MappedText, word: FlagWord, keyword: string, escape: string) {
    const { value, offsets } = word.decoded;
    const equals = value.indexOf('=');
    const written = equals < 0 ? word.end : (offsets?.[equals] ?? word.start + equals);
    this.#map = map;
    this.name = value.slice(2, equals < 0 ? undefined : equals);
    this.span = map.span(word.start, word.end);
    this.nameSpan = map.span(word.start, written);
    if (equals < 0) return;
    const content = { value: value.slice(equals + 1), start: written + 1 };
    this.#content = offsets === undefined ? content : { ...content, offsets: offsets.slice(equals + 1) };
    const expands = flagFacts(keyword).some((facts) => facts.name === this.name && facts.expands);
    const reading = { lex: expands ? escape : undefined, decoded: this.#content };
    this.value = new JoinedWord(map, written + 1, word.end, reading);
  }

  get options(): readonly FlagOption[] {
    if (this.#content === undefined) return [];
    this.#options ??= readOptions(this.#map, this.#content);
    return this.#options;
  }
}
