import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, frame } from '../../server/src/cli/format/frame.js';
import { SourceText } from '../../server/src/engine/text/source.js';

/** The line and its marks for the first `word` of a text. */
function around(text: string, word: string, columns = 80): readonly [string, string] {
  const start = text.indexOf(word);
  const { line, marks } = frame(new SourceText(text), { start, end: start + word.length }, columns);
  return [line, marks];
}

describe('frame', () => {
  it('marks the range', () => {
    expect(around('FROM a\nRUN echo b\n', 'echo')).toEqual(['RUN echo b', '    ^^^^']);
  });

  it('shows a tab as four blanks, before and inside the range', () => {
    expect(around('\tRUN\ta\tb', 'a\tb')).toEqual(['    RUN    a    b', '           ^^^^^^']);
  });

  it('gives wide characters two columns and combining ones none', () => {
    expect(around('RUN echo 日本 e\u0301 x', 'x')).toEqual(['RUN echo 日本 e\u0301 x', '                ^']);
    expect(around('RUN 😀 echo', '😀')).toEqual(['RUN 😀 echo', '    ^^']);
  });

  it('marks to the end of the first line of a range over several', () => {
    expect(around('RUN a \\\r\n  b\r\n', 'a \\\r\n  b')).toEqual(['RUN a \\', '    ^^^']);
  });

  it('marks one column for an empty range, at the end of the line and of the text', () => {
    const at = (text: string, offset: number) => frame(new SourceText(text), { start: offset, end: offset }, 80);
    expect(at('FROM a\n', 6)).toEqual({ line: 'FROM a', marks: '      ^' });
    expect(at('', 0)).toEqual({ line: '', marks: '^' });
    expect(at('FROM a\n', 7)).toEqual({ line: '', marks: '^' });
  });

  it('cuts a long line around the range', () => {
    const [line, marks] = around(`RUN ${'x'.repeat(500)} LOUD ${'y'.repeat(500)}`, 'LOUD', 40);
    expect(line).toMatch(/^…x+ LOUD y+…$/);
    expect(displayWidth(line)).toBeLessThanOrEqual(40);
    expect(marks.indexOf('^')).toBe(line.indexOf('LOUD'));
    expect(marks.trim()).toBe('^^^^');
  });

  it('cuts a range that is longer than the room', () => {
    const [line, marks] = around(`RUN ${'x'.repeat(500)}`, 'x'.repeat(500), 40);
    expect(line).toMatch(/^RUN x+…$/);
    expect(displayWidth(marks)).toBeLessThanOrEqual(40);
  });

  it('has room for a mark behind a line that is as long as the room', () => {
    const { marks } = frame(new SourceText('a'.repeat(20)), { start: 20, end: 20 }, 20);
    expect(displayWidth(marks)).toBeLessThanOrEqual(20);
  });

  it('never leaves its room, breaks a line or a surrogate pair, or shows a control character', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', '\t', '日', '😀', 'e\u0301', ' ', '\u001b', '\n', '\r\n', '\u202e'),
      maxLength: 200,
    });
    fc.assert(
      fc.property(texts, fc.nat(200), fc.nat(60), fc.integer({ min: 20, max: 60 }), (text, from, length, columns) => {
        const start = Math.min(from, text.length);
        const { line, marks } = frame(
          new SourceText(text),
          { start, end: Math.min(start + length, text.length) },
          columns,
        );
        expect(displayWidth(line)).toBeLessThanOrEqual(columns);
        expect(displayWidth(marks)).toBeLessThanOrEqual(columns);
        expect(line).not.toMatch(/[\u0000-\u001f\u202e]/);
        expect(marks).toMatch(/^ *\^+$/);
      }),
    );
  });
});
