import { shellWords } from './shell-words.js';

/** A `<<NAME` of a logical line, with offsets of the joined text. */
export interface HeredocMark {
  readonly name: string;
  readonly chomp: boolean;
  readonly expand: boolean;
  readonly fileDescriptor: number;
  readonly start: number;
  readonly end: number;
}

const none: readonly HeredocMark[] = [];

/**
 * The heredocs that a logical line opens (BuildKit parser/parser.go, heredocsFromLine). The escape character is always
 * the backslash here. A line whose quotes do not match opens none.
 */
export function heredocMarks(line: string): readonly HeredocMark[] {
  if (!line.includes('<<')) return none;
  const words = shellWords(line, { quotes: 'keep', escapes: 'keep' }) ?? [];
  const marks: HeredocMark[] = [];
  for (const { text, start, end } of words) {
    const mark = readMark(text);
    if (mark !== undefined) marks.push({ ...mark, start, end });
  }
  return marks;
}

/** What a word such as `3<<-"EOF"` says; undefined when it opens no heredoc. */
export function readMark(word: string): Omit<HeredocMark, 'start' | 'end'> | undefined {
  const match = /^(\d*)<<(-?)[\t\n\f\r ]*([^<]*)$/.exec(word);
  const [, digits = '', dash = '', rest = ''] = match ?? [];
  if (rest === '') return undefined;
  const words = shellWords(rest, { quotes: 'drop', escapes: 'drop' });
  const [name] = words ?? [];
  if (name === undefined || words?.length !== 1) return undefined;
  const raw = shellWords(rest, { quotes: 'keep', escapes: 'drop' })?.[0];
  return {
    name: name.text,
    chomp: dash === '-',
    expand: raw !== undefined && countQuotes(raw.text) === countQuotes(name.text),
    fileDescriptor: digits === '' ? 0 : Number(digits),
  };
}

function countQuotes(text: string): number {
  return text.length - text.replace(/["']/g, '').length;
}
