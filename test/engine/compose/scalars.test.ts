import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { parseTree } from '../../../server/src/engine/compose/tree/parse.js';
import type { ComposeNode, ScalarNode } from '../../../server/src/engine/compose/tree/types.js';
import { SourceText } from '../../../server/src/engine/text/source.js';

function* scalars(node: ComposeNode | undefined): Generator<ScalarNode> {
  if (node?.kind === 'scalar') yield node;
  else if (node?.kind === 'list') for (const item of node.items) yield* scalars(item);
  else for (const { value } of node?.entries ?? []) yield* scalars(value);
}

const only = (text: string): ScalarNode => {
  const [scalar] = scalars(parseTree(new SourceText(text)).roots[0]);
  if (scalar === undefined) throw new Error('no scalar');
  return scalar;
};

describe('content of scalars', () => {
  it.each([
    ['a: x y\n', 'x y'],
    ['a: x\n   y\n\n  z #c\n', 'x y\nz'],
    ["a: 'it''s'\n", "it's"],
    ["a: 'one\n  two\n\n  it''s'\n", "one two\nit's"],
    ['a: "x\\ty\\u00e9\\\n   z  \n  w"\n', 'x\tyézz w'.replace('zz', 'z')],
    ['a: |\n  x\n    y\n\n  z\n', 'x\n  y\n\nz\n'],
    ['a: |2-\n   x\n  y\n', ' x\ny'],
    ['a: >\n  x\n  y\n\n    z\n  w\n', 'x y\n\n  z\nw\n'],
    ['a: >+\n  x\n\n', 'x\n\n'],
    ['a: |+\n\n\nb: 1\n', '\n\n'],
  ])('%j', (text, content) => {
    expect(only(text).text.text).toBe(content);
  });

  it('maps characters to where they stand', () => {
    const text = 'a: >\n  x $A\n  y\n';
    const scalar = only(text);
    expect(scalar.interpolated).toBe(true);
    const { start, end } = scalar.text.span(scalar.text.text.indexOf('$A'), scalar.text.text.indexOf('y') + 1);
    expect(text.slice(start, end)).toBe('$A\n  y');
  });

  it('is what the yaml package says, at places that hold it', () => {
    const piece = fc.constantFrom(
      'x',
      ' ',
      '  ',
      '\n  ',
      '\n   ',
      '\n\n  ',
      '\\n',
      '\\"',
      "''",
      '\t',
      '\\u0041',
      '\r\n  ',
      '$A',
      '\\\n  ',
      '#',
      'é',
    );
    const head = fc.constantFrom(
      ['"', '"'],
      ["'", "'"],
      ['q', ''],
      ['|\n  ', ''],
      ['>\n  ', ''],
      ['>-\n  ', ''],
      ['|2+\n  ', ''],
      ['|\n\n   ', '\n\n'],
    );
    fc.assert(
      fc.property(head, fc.array(piece, { maxLength: 14 }), ([open, close], pieces) => {
        const text = `a: ${open}${pieces.join('')}${close}\n`;
        const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent' });
        if (document.errors.length > 0) return;
        const mapped = only(text).text;
        expect([text, mapped.text]).toEqual([text, (document.toJS() as { a: string }).a]);
        let before = -1;
        for (let i = 0; i < mapped.text.length; i++) {
          const at = mapped.offset(i);
          const isItself = text.startsWith(mapped.text.charAt(i), at);
          const isReplaced = /[\\\r\n \t]/.test(text.charAt(at)) || at >= text.length;
          expect([text, i, at, isItself || isReplaced, at >= before]).toEqual([text, i, at, true, true]);
          before = at;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
