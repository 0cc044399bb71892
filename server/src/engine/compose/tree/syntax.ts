import type { Document } from 'yaml';
import type { Span } from '../../text/span.js';
import type { TreeProblem } from './types.js';
import { wording } from './wording.js';

type YamlErrors = Document['errors'];
type YamlError = YamlErrors[number];

/** Errors of the YAML reader that are passed on: such a text is no YAML. */
const mostErrors = 100;

/** The errors, of those that follow from one another the first of each line. */
export function told(text: string, errors: YamlErrors): readonly TreeProblem[] {
  const problems: TreeProblem[] = [];
  let lineEnd = -1;
  for (const [index, error] of errors.entries()) {
    if (problems.length >= mostErrors) break;
    if (error.code === 'UNEXPECTED_TOKEN') {
      if (error.pos[0] <= lineEnd) continue;
      const feed = text.indexOf('\n', error.pos[0]);
      lineEnd = feed < 0 ? text.length : feed;
    }
    const deep = tooDeep(text, error, errors[index + 1]) ?? tooDeep(text, errors[index - 1], error);
    if (deep === undefined) problems.push(syntaxProblem(text, error));
    // The two errors are one.
    else if (error.code === 'BLOCK_AS_IMPLICIT_KEY') problems.push(deep);
  }
  return problems;
}

export function syntaxProblem(text: string, error: YamlError): TreeProblem {
  const start = Math.min(error.pos[0], text.length);
  const end = Math.max(start, Math.min(error.pos[1], text.length));
  const message = wording(error);
  const opened = openedAt(text, error);
  // The first line is what lacks its colon, and where what is not closed begins.
  const span = opened === undefined ? { start, end } : firstLine(text, opened, text.length);
  const short = error.code === 'MULTILINE_IMPLICIT_KEY' ? firstLine(text, start, end) : span;
  return { code: 'yaml-syntax', span: short, message };
}

/**
 * A `key:` below a `key: value`, further to the right: YAML takes both lines for one text and complains of the first. Its
 * reader says so by two errors.
 */
function tooDeep(text: string, nested: YamlError | undefined, long: YamlError | undefined): TreeProblem | undefined {
  if (nested?.code !== 'BLOCK_AS_IMPLICIT_KEY' || long?.code !== 'MULTILINE_IMPLICIT_KEY') return undefined;
  if (nested.pos[0] !== long.pos[0]) return undefined;
  const [first, end] = long.pos;
  const line = text.lastIndexOf('\n', end - 1) + 1;
  if (line <= first || indentOf(text, line) <= indentOf(text, text.lastIndexOf('\n', first - 1) + 1)) return undefined;
  const start = line + indentOf(text, line);
  const message =
    'This line starts further to the right than the keys above it, so YAML takes it for more of their text.';
  return { code: 'yaml-syntax', span: { start, end: Math.max(start, end) }, message };
}

/** Characters that are looked through for where something begins that is not closed. */
const farthest = 20_000;

/** Where the brackets or quotes begin that an error finds open at their end. */
function openedAt(text: string, { message, pos: [at] }: YamlError): number | undefined {
  const lowest = Math.max(0, at - farthest);
  const quote = /^Missing closing (["'])/.exec(message)?.[1];
  if (quote !== undefined) {
    const opening = text.lastIndexOf(quote, at - 1);
    return opening >= lowest ? opening : undefined;
  }
  const closing = /must be sufficiently indented and end with a ([\]}])/.exec(message)?.[1];
  if (closing === undefined) return undefined;
  const opening = closing === ']' ? '[' : '{';
  let depth = 0;
  for (let index = at - 1; index >= lowest; index--) {
    if (text[index] === closing) depth++;
    else if (text[index] === opening && depth-- === 0) return index;
  }
  return undefined;
}

function indentOf(text: string, line: number): number {
  let end = line;
  while (text[end] === ' ') end++;
  return end - line;
}

/** From `start` to the end of what is written in its line. */
function firstLine(text: string, start: number, end: number): Span {
  const length = /\s*(?:[\r\n]|$)/.exec(text.slice(start, end))?.index ?? end - start;
  return { start, end: start + length };
}
