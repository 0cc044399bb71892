import type { SourceText } from '../text/source.js';
import type { Edit } from '../text/span.js';
import type { IgnorePattern } from './types.js';

/** Adds lines at the end of an ignore file, in its line ends. Never throws. */
export function appendLines(source: SourceText, lines: readonly string[]): Edit {
  const { text, eol } = source;
  const open = text !== '' && text !== '\uFEFF' && !text.endsWith('\n');
  return { span: { start: text.length, end: text.length }, text: `${open ? eol : ''}${lines.join(eol)}${eol}` };
}

/** Removes the line of a pattern. Never throws. */
export function deleteLine({ lineSpan }: IgnorePattern): Edit {
  return { span: lineSpan, text: '' };
}

/** A path as a pattern that matches it and nothing else. */
export function literalPattern(path: string): string {
  const plain = path.replaceAll(/[*?[\]\\]/g, '\\$&');
  return /^[#!]/.test(plain) ? `\\${plain}` : plain;
}
