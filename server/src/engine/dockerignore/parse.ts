import { Memory } from '../memo.js';
import type { SourceText } from '../text/source.js';
import { compile } from './expression.js';
import { isRefused } from './goMatch.js';
import { cleanPath, trimmedRange } from './goPath.js';
import type { DockerignoreDocument, IgnoreComment, IgnorePattern } from './types.js';

/**
 * Reads an ignore file as moby/patternmatcher does (`ignorefile.ReadAll` and `patternmatcher.New`): lines end at LF, a
 * byte order mark is skipped, `#` starts a comment in the first column only, white space around a pattern and behind its
 * `!` does not count, and paths are cleaned. Linear; never throws.
 */
export function parseDockerignore(source: SourceText, path?: string): DockerignoreDocument {
  const { text } = source;
  const patterns: IgnorePattern[] = [];
  const comments: IgnoreComment[] = [];
  for (let start = text.charCodeAt(0) === 0xfeff ? 1 : 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const next = feed < 0 ? text.length : feed + 1;
    const end = feed < 0 ? text.length : text.charCodeAt(feed - 1) === 13 && feed > start ? feed - 1 : feed;
    const lineSpan = { start, end: next };
    if (text.charCodeAt(start) === 35) comments.push({ span: { start, end }, lineSpan });
    else {
      const span = trimmedRange(text, start, end);
      if (span.start < span.end) patterns.push(readPattern(text, patterns.length, span, lineSpan));
    }
    start = next;
  }
  return { language: 'dockerignore', source, path, patterns, comments, memory: new Memory() };
}

function readPattern(
  text: string,
  index: number,
  span: IgnorePattern['span'],
  lineSpan: IgnorePattern['lineSpan'],
): IgnorePattern {
  const excepts = text[span.start] === '!';
  const valueSpan = excepts ? trimmedRange(text, span.start + 1, span.end) : span;
  const { negated, value } = meaning(text.slice(valueSpan.start, valueSpan.end), excepts);
  const compiled = value === '' || isRefused(value) ? 'invalid' : compile(value);
  return {
    index,
    span,
    lineSpan,
    text: text.slice(span.start, span.end),
    negated,
    value,
    valueSpan,
    invalid: compiled === 'invalid',
    expression: typeof compiled === 'string' ? undefined : compiled,
  };
}

/** ReadAll cleans a path without its `!`, New cleans it once more with the `!` and then looks for one. */
function meaning(written: string, excepts: boolean): { readonly negated: boolean; readonly value: string } {
  let path = written === '' ? '' : cleanPath(written);
  if (path.length > 1 && path.startsWith('/')) path = path.slice(1);
  const whole = excepts ? `!${path}` : path;
  const { start, end } = trimmedRange(whole);
  const cleaned = cleanPath(whole.slice(start, end));
  const negated = cleaned.startsWith('!');
  return { negated, value: negated ? cleaned.slice(1) : cleaned };
}
