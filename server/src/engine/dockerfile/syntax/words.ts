import type { MappedText } from '../../text/mapped.js';
import { findBlank, isSpace, skipBlanks } from './characters.js';
import { decodeString, type RawString } from './json.js';
import type { KeyValue, Word } from './types.js';
import { JoinedWord } from './word.js';

/** Words between blanks; quotes mean nothing (BuildKit parser/line_parsers.go, parseStringsWhitespaceDelimited). */
export function blankWords(map: MappedText, lex: string | undefined): readonly JoinedWord[] {
  const { text } = map;
  const words: JoinedWord[] = [];
  const reading = { lex };
  for (let at = skipBlanks(text, 0, text.length); at < text.length;) {
    const end = findBlank(text, at, text.length);
    words.push(new JoinedWord(map, at, end, reading));
    at = skipBlanks(text, end, text.length);
  }
  return words;
}

/** The whole text as one word; none when it is empty. */
export function wholeWord(map: MappedText, lex: string | undefined): readonly JoinedWord[] {
  return map.text === '' ? [] : [new JoinedWord(map, 0, map.text.length, { lex })];
}

/** The strings of a JSON array as words. */
export function jsonWords(map: MappedText, strings: readonly RawString[], lex: string | undefined): readonly Word[] {
  return strings.map((string) => {
    const decoded = decodeString(map.text, string);
    return new JoinedWord(map, string.start, string.end, { lex, decoded });
  });
}

/** Words between white space, where quotes and escapes keep a word together (BuildKit parser/line_parsers.go, parseWords). */
export function quotedWords(map: MappedText, escape: string): readonly JoinedWord[] {
  const { text } = map;
  const words: JoinedWord[] = [];
  const reading = { lex: escape };
  let at = 0;
  while (at < text.length) {
    while (at < text.length && isSpace(text.charCodeAt(at))) at++;
    const start = at;
    at = quotedWordEnd(text, start, escape);
    // An escape character at the very end escapes nothing and is dropped.
    const end = at > text.length ? text.length - 1 : at;
    if (end > start) words.push(new JoinedWord(map, start, end, reading));
  }
  return words;
}

/** The offset behind the word; one more than the length of the text when it ends with an idle escape character. */
function quotedWordEnd(text: string, start: number, escape: string): number {
  let quote = '';
  let at = start;
  for (; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === escape && quote !== "'") {
      at++;
      if (at === text.length) return at + 1;
    } else if (quote === '') {
      if (isSpace(text.charCodeAt(at))) return at;
      if (char === '"' || char === "'") quote = char;
    } else if (char === quote) quote = '';
  }
  return at;
}

/** The pairs of ENV and LABEL, given their words: `key=value …`, or the older `key value`. */
export function readPairs(map: MappedText, words: readonly JoinedWord[], escape: string): readonly KeyValue[] {
  if (words[0] === undefined) return [];
  if (words[0].text.includes('=')) return words.map((word) => splitPair(word));
  const { text } = map;
  const keyEnd = findBlank(text, 0, text.length);
  const key = new JoinedWord(map, 0, keyEnd, { lex: escape });
  const valueStart = skipBlanks(text, keyEnd, text.length);
  if (valueStart === text.length) return [{ key, span: key.span, legacy: true }];
  const value = new JoinedWord(map, valueStart, text.length, { lex: escape });
  return [{ key, value, span: map.span(0, text.length), legacy: true }];
}

/** `name=value`, or a bare `name`. */
export function splitPair(word: JoinedWord): KeyValue {
  const equals = word.text.indexOf('=');
  if (equals < 0) return { key: word, span: word.span, legacy: false };
  return { key: word.part(0, equals), value: word.part(equals + 1), span: word.span, legacy: false };
}
