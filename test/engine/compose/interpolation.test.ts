import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTemplate } from '../../../server/src/engine/compose/interpolation/parse.js';
import { substitute } from '../../../server/src/engine/compose/interpolation/substitute.js';
import type { Part } from '../../../server/src/engine/compose/interpolation/types.js';

/** The variables that the answers were made with. */
const known: Readonly<Record<string, string>> = { A: 'va', B: 'vb', C: '', E: '', k: 'lk' };
const lookup = (name: string): string | null => known[name] ?? null;

/** What compose-go's template.Substitute says of a text: how it goes, and the value or the variable and its message. */
type Answer = readonly [text: string, kind: string, ...rest: string[]];

function ours(text: string): Answer {
  const result = substitute(text, lookup);
  if (result.kind === 'value') return [text, 'value', result.value];
  if (result.kind === 'missing') return [text, 'missing', result.variable.name, result.message];
  return [text, result.kind];
}

const answers = JSON.parse(
  readFileSync(new URL('./answers/interpolation.json', import.meta.url), 'utf8'),
) as readonly Answer[];

describe('interpolation', () => {
  it('answers as compose-go does', () => {
    const wrong = answers.filter((answer) => String(ours(answer[0])) !== String(answer));
    expect(wrong.map((answer) => [answer, ours(answer[0])])).toEqual([]);
  });

  it('knows where a name and its default are written', () => {
    const text = 'x:${TAG:-${V-a}b}:$$P';
    const { variables, problems, parts } = parseTemplate(text);
    expect(problems).toEqual([]);
    expect(variables.map(({ start, end, operator }) => [text.slice(start, end), operator])).toEqual([
      ['${TAG:-${V-a}b}', ':-'],
      ['${V-a}', '-'],
    ]);
    const [tag] = variables;
    expect(text.slice(tag?.nameAt.start, tag?.nameAt.end)).toBe('TAG');
    expect(text.slice(tag?.operand?.start, tag?.operand?.end)).toBe('${V-a}b');
    expect(parts.map(({ kind }) => kind)).toEqual(['literal', 'variable', 'literal', 'escape', 'literal']);
  });

  it('says which expression cannot be read, and whether that always matters', () => {
    const text = 'a ${ x} ${A:-${!}}';
    const { problems } = parseTemplate(text);
    expect(problems.map(({ start, end, within }) => [text.slice(start, end), within?.name])).toEqual([
      ['${ x}', undefined],
      ['${!}', 'A'],
    ]);
  });

  it('is unknown where a variable is', () => {
    expect(substitute('${A}:$B', (name) => (name === 'A' ? 'x' : undefined))).toEqual({ kind: 'unknown' });
    expect(substitute('${A:-1}', () => null)).toEqual({ kind: 'value', value: '1' });
  });

  it('covers every character of any text once', () => {
    const flat = (parts: readonly Part[]): string => parts.map(({ start, end }) => `${start}-${end}`).join();
    const piece = fc.constantFrom('$', '{', '}', '${', '${A:-', 'A', ':', '-', '?', '\n', ' ', '1', '$$', '{}');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const { parts, problems } = parseTemplate(text);
        let at = 0;
        for (const { start, end } of parts) {
          expect([start, end > start]).toEqual([at, true]);
          at = end;
        }
        expect([flat(parts), at]).toEqual([flat(parts), text.length]);
        for (const { start, end } of problems) expect(start < end && end <= text.length).toBe(true);
      }),
    );
  });

  // Looking for the end of each from its start to the end of the text would be 10,000,000,000 steps and more.
  it.each(['${A:-x}', '${A:-{}}', '${A:-', '${', '$A', '${A:-{', '}\n${A:-'])(
    'comes to the end of many of %s without looking at the rest for each',
    (piece) => {
      const { parts } = parseTemplate(piece.repeat(200_000));
      expect([parts[0]?.start, parts.at(-1)?.end]).toEqual([0, piece.length * 200_000]);
    },
  );
});
