import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withEquals } from '../../../server/src/engine/dockerfile/edit/legacyPair.js';
import { asAuthorsLabel } from '../../../server/src/engine/dockerfile/labels/authors.js';
import { applyEdits } from '../../../server/src/engine/text/span.js';
import { nth, open } from './parse.js';

const fragments = [
  ...['a', 'b c', ' ', '  ', '\t', '"', "'", '\\', '$', '$X', '${X}', '${Y:-d e}', '${Y:-"d e"}', '=', '#', '{', '}'],
  ...['"x y"', "'$X z'", '\\ ', '\\"', '\\$', '\\\\', '`', ' \\\n  ', ' \\\n# c\n', 'é', '😀'],
];
const texts = fc.array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 7 }).map((parts) => parts.join(''));

describe('writing a value in quotes', () => {
  it('keeps its meaning when a pair gets an equals sign', () => {
    let fixed = 0;
    fc.assert(
      fc.property(texts, fc.constantFrom('ENV', 'LABEL'), (text, keyword) => {
        const lines = ['FROM scratch', 'ENV X="p  q"', `${keyword} A ${text}`, 'CMD ["a"]'];
        const doc = open(...lines);
        const instruction = keyword === 'ENV' ? nth(doc, 'ENV', 1) : nth(doc, 'LABEL');
        const [pair] = instruction.pairs;
        if (doc.syntax.problems.length > 0 || pair?.value === undefined || !pair.legacy) return;
        if (doc.byKeyword('CMD').length === 0) return;
        const edits = withEquals(doc, instruction, pair, 'pair');
        if (edits === undefined) return;
        fixed++;
        const after = open(...applyEdits(doc.source.text, edits).split('\n'));
        const other = keyword === 'ENV' ? nth(after, 'ENV', 1) : nth(after, 'LABEL');
        expect(after.syntax.problems).toEqual([]);
        expect(other.pairs.map(({ key, legacy }) => [key.text, legacy])).toEqual([['A', false]]);
        const value = other.pairs[0]?.value;
        expect(value && after.expand(value, other)).toEqual(doc.expand(pair.value, instruction));
        expect(nth(after, 'CMD').json).toHaveLength(1);
      }),
      { numRuns: 2000, seed: 1 },
    );
    expect(fixed).toBeGreaterThan(600);
  });

  it('keeps the text of a MAINTAINER, but for quotes around it', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('', '# escape=`\n'), (text, directive) => {
        const doc = open(`${directive}FROM scratch`, `MAINTAINER ${text}`, 'CMD ["a"]');
        const [maintainer] = doc.byKeyword('MAINTAINER');
        if (maintainer === undefined || maintainer.body.text === '' || doc.byKeyword('CMD').length === 0) return;
        if (doc.syntax.problems.length > 0) return;
        const literal = maintainer.body.text;
        const after = open(...applyEdits(doc.source.text, asAuthorsLabel(doc, maintainer)).split('\n'));
        const [label] = after.byKeyword('LABEL');
        const value = label?.pairs[0]?.value;
        expect(after.syntax.problems).toEqual([]);
        expect(label?.pairs).toHaveLength(1);
        const bare = /^(?:"[^"]+"|'[^']+')$/.test(literal) ? literal.slice(1, -1) : literal;
        expect(label && value && after.expand(value, label).value).toBe(bare);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });
});
