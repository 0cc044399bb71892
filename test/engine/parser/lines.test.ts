import { describe, expect, it } from 'vitest';
import { covered, first, parse, values } from './helpers.js';

describe('logical lines', () => {
  it('reads keywords in any case and keeps their place', () => {
    const text = 'from alpine\n\n  Run echo hi \n';
    const { instructions } = parse(text);
    expect(instructions.map((i) => i.keyword)).toEqual(['FROM', 'RUN']);
    expect(covered(text, instructions[1]!.span)).toBe('Run echo hi');
    expect(covered(text, instructions[1]!.keywordSpan)).toBe('Run');
  });

  it('joins a keyword that a continuation splits', () => {
    const from = first('FR\\\nOM alpine');
    expect(from.keyword).toBe('FROM');
    expect(from.keywordSpan).toEqual({ start: 0, end: 6 });
  });

  it('drops comments and blank lines inside a continuation and remembers them', () => {
    const text = 'RUN a \\ \t\n  # note\n\n  && b\nUSER x';
    const run = first(text);
    expect(run.joined.text).toBe('RUN a   && b');
    expect(run.innerComments.map((comment) => comment.text)).toEqual([' note']);
    expect(run.blankLines).toEqual([{ start: 19, end: 19 }]);
    expect(run.continuations.map((span) => covered(text, span))).toEqual(['\\ \t\n  # note\n\n']);
    expect(run.words[2] && covered(text, run.words[2].span)).toBe('b');
  });

  it.each([
    ['one mark', 'RUN a\\\nUSER b', 1],
    ['a mark and blanks', 'RUN a \\ \t \nUSER b', 1],
    ['a mark alone on its line', '\\\nUSER b', 1],
    ['two marks', 'RUN a\\\\\nUSER b', 2],
    ['three marks', 'RUN a\\\\\\\nUSER b', 2],
    ['a mark before a no-break space', 'RUN a\\\u00a0\nUSER b', 2],
    ['a mark in a comment', '# a \\\nUSER b', 1],
  ])('tells whether the line goes on: %s', (_, text, count) => {
    expect(parse(text).instructions).toHaveLength(count);
  });

  it('takes a mark at the end of the text for nothing', () => {
    for (const text of ['RUN a \\', 'RUN a \\\n', 'RUN a \\\n\n# c\n']) {
      expect(first(text).body.text).toBe('a');
    }
    expect(first('RUN a \\\n# c').innerComments).toHaveLength(1);
  });

  it('starts an instruction at a mark before its keyword', () => {
    const run = first('  \\\n  # c\n RUN a');
    expect(run.keyword).toBe('RUN');
    expect(run.span).toEqual({ start: 2, end: 16 });
    expect(run.keywordSpan).toEqual({ start: 11, end: 14 });
  });

  it('reads a file without a final newline, with CRLF, with a byte order mark', () => {
    expect(values('USER a')).toEqual(['a']);
    expect(first('RUN a \\\r\n  b\r\n').joined.text).toBe('RUN a   b');
    expect(first('\ufeffFROM x').span).toEqual({ start: 1, end: 7 });
  });

  it('takes a lone carriage return for a blank, as Docker does', () => {
    expect(values('FROM a\rAS\rb\n')).toEqual(['a', 'AS', 'b']);
    expect(parse('# c\rRUN x\n').instructions).toHaveLength(0);
  });

  it('keeps NUL characters and takes a no-break space for part of a keyword', () => {
    expect(values('USER a\0b')).toEqual(['a\0b']);
    expect(first('RUN\u00a0a').keyword).toBe('RUN\u00a0A');
  });

  it('gives an instruction the comments directly above it', () => {
    const { instructions, comments } = parse('# a\n\n# b\n # c\nRUN x \\\n# d\n y\n# e\nUSER z');
    expect(instructions.map((i) => i.leadingComments.map((c) => c.text))).toEqual([[' b', ' c'], [' e']]);
    expect(comments.map((c) => c.text)).toEqual([' a', ' b', ' c', ' d', ' e']);
  });

  it('finds nothing in an empty text', () => {
    for (const text of ['', '\n', ' ', '\ufeff', '# c', '\r\n\r\n']) expect(parse(text).instructions).toEqual([]);
  });
});
