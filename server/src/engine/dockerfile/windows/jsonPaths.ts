import type { Edit, Span } from '../../text/span.js';
import { looksLikeArray } from '../misread/jsonArray.js';
import type { DockerfileDocument } from '../model/types.js';
import { readJson } from '../syntax/json.js';
import type { Instruction } from '../syntax/types.js';
import { drivePath, loneBackslashes } from './paths.js';

/** A JSON array in which the backslashes of Windows paths are not doubled. */
export interface UnescapedArray {
  /** The first string at fault, quotes included. */
  readonly at: Span;
  /** It is no JSON; else it is, and a backslash with its letter means a control character such as a line break. */
  readonly broken: boolean;
  readonly edits: readonly Edit[];
}

/** Longer than any command that people write as an array. */
const limit = 4000;

/**
 * The exec form that was meant where the backslashes of a Windows path are not doubled; undefined where doubling them
 * makes no JSON array. Never throws; linear.
 */
export function unescapedArray(doc: DockerfileDocument, instruction: Instruction): UnescapedArray | undefined {
  const { body, command, json, keyword } = instruction;
  const map = command?.body ?? body;
  const { text } = map;
  if (!text.startsWith('[') || !text.includes('\\') || text.length > limit) return undefined;
  if (json === undefined && !looksLikeArray(text)) return undefined;
  const isWindows = doc.stageOf(instruction)?.os === 'windows';
  if (!drivePath.test(text) && (json !== undefined || !isWindows)) return undefined;

  const strings = stringsOf(text).map((string) => ({ ...string, lone: loneIn(string.inner) }));
  const faulty = strings.filter(
    ({ inner, lone }) => lone.length > 0 && (json === undefined || hasControlInPath(inner)),
  );
  const [first] = faulty;
  if (first === undefined) return undefined;
  // What COPY, ADD and VOLUME take out of the array goes through Docker's expansion too.
  const twice = doc.syntax.escape === '\\' && /^(?:COPY|ADD|VOLUME)$/.test(keyword);
  const inserts = faulty.flatMap(({ start, inner, lone }) => [
    ...lone.map((at) => ({ at: start + at, text: twice ? '\\\\\\' : '\\' })),
    ...(twice ? pairsIn(inner, lone).map((at) => ({ at: start + at, text: '\\\\' })) : []),
  ]);
  if (readJson(insertAll(text, inserts)).kind !== 'strings') return undefined;
  return {
    at: map.span(first.start - 1, first.start + first.inner.length + 1),
    broken: json === undefined,
    edits: inserts.map(({ at, text }) => {
      const place = map.offset(at);
      return { span: { start: place, end: place }, text };
    }),
  };
}

/** `\new` in a path reads as a line break and `ew`. */
function hasControlInPath(inner: string): boolean {
  return [...inner.matchAll(/[A-Za-z]:\\[^\s"';|<>]*/g)].some(([path]) =>
    loneBackslashes(path).some((at) => /^[bfnrt]\w/.test(path.slice(at + 1, at + 3))),
  );
}

/** Strings of what was meant to be JSON: a quote closes one where a comma, a bracket or the end follows. */
function stringsOf(text: string): readonly { readonly start: number; readonly inner: string }[] {
  const strings: { start: number; inner: string }[] = [];
  const string = /[[,]\s*"(.*?)"(?=\s*(?:,\s*"|\]?\s*$))/gs;
  for (const { 0: whole, 1: inner = '', index } of text.matchAll(string)) {
    strings.push({ start: index + whole.length - inner.length - 1, inner });
  }
  return strings;
}

/** Backslashes that must be doubled; both of those that begin `\\server\share`. */
function loneIn(inner: string): readonly number[] {
  const lone = loneBackslashes(inner).filter((at) => inner[at + 1] !== '"');
  return lone.length > 0 && /^\\\\[\w.?]/.test(inner) ? [0, 1, ...lone] : lone;
}

function pairsIn(inner: string, lone: readonly number[]): readonly number[] {
  return [...inner.matchAll(/\\\\/g)].map(({ index }) => index).filter((at) => !lone.includes(at));
}

function insertAll(text: string, inserts: readonly { readonly at: number; readonly text: string }[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const insert of [...inserts].sort((a, b) => a.at - b.at)) {
    parts.push(text.slice(end, insert.at), insert.text);
    end = insert.at;
  }
  return parts.join('') + text.slice(end);
}
