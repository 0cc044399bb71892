import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MappedText } from '../../server/src/engine/text/mapped.js';
import { SourceText } from '../../server/src/engine/text/source.js';
import { cachedByText } from '../../server/src/engine/textCache.js';
import { applyEdits, contains, overlaps, sortEdits, touches, type Span } from '../../server/src/engine/text/span.js';

function span(start: number, end: number): Span {
  return { start, end };
}

it('what was found out about a text is remembered, also where it is nothing', () => {
  const asked: string[] = [];
  const answer = cachedByText((text): string | undefined => {
    asked.push(text);
    return text === 'none' ? undefined : text;
  });
  expect(['none', 'some', 'none', 'some'].map(answer)).toEqual([undefined, 'some', undefined, 'some']);
  expect(asked).toEqual(['none', 'some']);
});

describe('SourceText', () => {
  it('counts lines as an editor does', () => {
    const source = new SourceText('a\r\nb\rc\n');
    expect(source.lineStarts).toEqual([0, 3, 5, 7]);
    expect(source.lineSpan(0)).toEqual({ start: 0, end: 1 });
    expect(source.lineSpan(1)).toEqual({ start: 3, end: 4 });
    expect(source.lineSpan(3)).toEqual({ start: 7, end: 7 });
  });

  it('turns offsets into positions and back, clamped', () => {
    const source = new SourceText('ab\r\ncd');
    expect(source.positionAt(5)).toEqual({ line: 1, character: 1 });
    expect(source.positionAt(99)).toEqual({ line: 1, character: 2 });
    expect(source.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(source.offsetAt({ line: 9, character: 0 })).toBe(6);
    expect(source.offsetAt({ line: -1, character: 3 })).toBe(0);
  });

  it('round-trips every offset outside a line end', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '😀') }), fc.nat(50), (text, at) => {
        const source = new SourceText(text);
        const offset = Math.min(at, text.length);
        const { end } = source.lineSpan(source.lineAt(offset));
        expect(source.offsetAt(source.positionAt(offset))).toBe(Math.min(offset, end));
      }),
    );
  });

  it('knows the line end in use', () => {
    expect(new SourceText('a\r\nb').eol).toBe('\r\n');
    expect(new SourceText('a\nb').eol).toBe('\n');
    expect(new SourceText('a').eol).toBe('\n');
  });
});

describe('spans and edits', () => {
  it('compares spans', () => {
    expect(contains(span(0, 4), span(1, 4))).toBe(true);
    expect(contains(span(0, 4), span(1, 5))).toBe(false);
    expect(touches(span(0, 2), span(2, 3))).toBe(true);
    expect(overlaps(span(0, 2), span(2, 3))).toBe(false);
    expect(overlaps(span(1, 1), span(1, 1))).toBe(true);
  });

  it('applies edits in any order and keeps the order of insertions at one place', () => {
    const edits = [
      { span: span(3, 4), text: 'D' },
      { span: span(0, 1), text: '' },
      { span: span(2, 2), text: 'x' },
      { span: span(2, 2), text: 'y' },
    ];
    expect(applyEdits('abcd', edits)).toBe('bxycD');
    expect(sortEdits(edits)[0]!.span.start).toBe(0);
  });

  it('refuses edits that overlap or leave the text', () => {
    const overlapping = [
      { span: span(0, 2), text: '' },
      { span: span(1, 3), text: '' },
    ];
    expect(() => applyEdits('abc', overlapping)).toThrow(RangeError);
    expect(() => applyEdits('abc', [{ span: span(2, 4), text: '' }])).toThrow(RangeError);
  });
});

describe('MappedText', () => {
  // abc at 10, def at 20, g at 40
  const map = new MappedText('abcdefg', [
    { joined: 0, source: 10 },
    { joined: 3, source: 20 },
    { joined: 6, source: 40 },
  ]);

  it('maps offsets, and the end behind the last character', () => {
    expect([0, 2, 3, 5, 6, 7].map((at) => map.offset(at))).toEqual([10, 12, 20, 22, 40, 41]);
    expect(map.span(1, 4)).toEqual({ start: 11, end: 21 });
    expect(map.span(3, 3)).toEqual({ start: 20, end: 20 });
  });

  it('gives a slice that ends where its last character ends', () => {
    const part = map.slice(1, 3);
    expect(part.text).toBe('bc');
    expect(part.span(0, 2)).toEqual({ start: 11, end: 13 });
    expect(part.offset(2)).toBe(13);
    expect(map.slice(2).slice(1, 3)).toMatchObject({ text: 'de' });
    expect(map.slice(2).slice(1, 3).offset(0)).toBe(20);
    expect(map.slice(3, 3).offset(0)).toBe(20);
  });

  it('gives the unbroken pieces', () => {
    const sources = [
      { start: 11, end: 13 },
      { start: 20, end: 23 },
      { start: 40, end: 41 },
    ];
    expect(map.pieces(1)).toEqual(sources);
    expect(map.slice(1).pieces()).toEqual(sources);
    expect(map.slice(1, 5).pieces()).toEqual([
      { start: 11, end: 13 },
      { start: 20, end: 22 },
    ]);
    expect(map.pieces(2, 2)).toEqual([]);
  });
});
