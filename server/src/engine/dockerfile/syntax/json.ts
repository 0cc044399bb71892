import type { MappedText } from '../../text/mapped.js';
import type { JsonString } from './types.js';
import type { Decoded } from './word.js';

/** A string of a JSON array with its offsets in the joined text, quotes included. */
export interface RawString {
  readonly start: number;
  readonly end: number;
}

export type JsonReading =
  | { readonly kind: 'strings'; readonly strings: readonly RawString[] }
  /** A JSON array that holds something else: BuildKit refuses it. */
  | { readonly kind: 'mixed' }
  | { readonly kind: 'none' };

const nothing: JsonReading = { kind: 'none' };
/** Reads `text` as the exec form, with the strictness of JSON (BuildKit parser/line_parsers.go, parseJSON). */
export function readJson(text: string): JsonReading {
  if (text.charCodeAt(0) !== 91) return nothing;
  const strings = readStrings(text);
  if (strings !== undefined) return { kind: 'strings', strings };
  return text.endsWith(']') && isArray(text) ? { kind: 'mixed' } : nothing;
}

/** The strings with their decoded values and places. */
export function jsonStrings(map: MappedText, strings: readonly RawString[]): readonly JsonString[] {
  return strings.map((string) => ({
    value: decodeString(map.text, string).value,
    span: map.span(string.start, string.end),
  }));
}

function readStrings(text: string): RawString[] | undefined {
  const strings: RawString[] = [];
  let at = skipJsonSpace(text, 1);
  if (text.charCodeAt(at) === 93) return skipJsonSpace(text, at + 1) === text.length ? strings : undefined;
  for (;;) {
    const end = stringEnd(text, at);
    if (end < 0) return undefined;
    strings.push({ start: at, end });
    at = skipJsonSpace(text, end);
    const next = text.charCodeAt(at);
    if (next === 93) return skipJsonSpace(text, at + 1) === text.length ? strings : undefined;
    if (next !== 44) return undefined;
    at = skipJsonSpace(text, at + 1);
  }
}

/** The offset behind the string that starts at `start`; -1 when there is none. */
function stringEnd(text: string, start: number): number {
  if (text.charCodeAt(start) !== 34) return -1;
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return at + 1;
    if (code < 32) return -1;
    if (code === 92) {
      at++;
      if (text.charCodeAt(at) === 117) {
        if (!/^[0-9a-fA-F]{4}$/.test(text.slice(at + 1, at + 5))) return -1;
        at += 4;
      } else if (!'"\\/bfnrt'.includes(text.charAt(at) || ' ')) return -1;
    }
  }
  return -1;
}

function skipJsonSpace(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9 && code !== 10 && code !== 13) break;
  }
  return at;
}

function isArray(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    return false;
  }
}

const simpleEscapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Decodes the string `start..end` of the joined text `text`, quotes included. */
export function decodeString(text: string, { start, end }: RawString): Decoded {
  const quoted = text.slice(start, end);
  if (!quoted.includes('\\')) return { value: quoted.slice(1, -1), start: start + 1 };
  const value: string[] = [];
  const offsets: number[] = [];
  for (let at = start + 1; at < end - 1;) {
    offsets.push(at);
    const char = text.charAt(at);
    const next = text.charAt(at + 1);
    if (char !== '\\') {
      value.push(char);
      at++;
    } else if (next === 'u') {
      value.push(String.fromCharCode(parseInt(text.slice(at + 2, at + 6), 16)));
      at += 6;
    } else {
      value.push(simpleEscapes[next] ?? next);
      at += 2;
    }
  }
  return { value: value.join(''), start: start + 1, offsets };
}
