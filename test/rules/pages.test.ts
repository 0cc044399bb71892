import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../server/src/rules/index.js';
import { leads } from '../../server/src/rules/pages.js';
import { examplesOf } from './blocks.js';
import { checkExample, variantsOf } from './harness.js';

/** Rules whose mistakes do not fit on a page in two examples, with the reason and the test that shows them. */
const fewerBadExamples = new Map([['oversized-file', { least: 0, reason: 'too large; see test/engine/limits' }]]);

const folder = join(import.meta.dirname, '../../docs/rules');

test('every rule has a page and every page a rule', () => {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /^[^/]+\/[^/]+\.md$/.test(path));
  expect(pages.sort()).toEqual(rules.map(({ language, id }) => `${language}/${id}.md`).sort());
});

test('only rules that are there may have fewer examples', () => {
  expect(rules.map(({ id }) => id)).toEqual(expect.arrayContaining([...fewerBadExamples.keys()]));
});

for (const rule of rules) {
  describe(`${rule.language}/${rule.id}`, () => {
    const text = readFileSync(join(folder, rule.language, `${rule.id}.md`), 'utf8');
    const examples = examplesOf(text, rule.language, ...(rule.also ?? []));

    test('the page is called as the rule and has a lead, a good example and two bad ones', () => {
      expect(text).toMatch(new RegExp(`^# ${rule.id}\n`));
      // A hover shows the lead: three sentences at most, and no wall of text.
      expect(leads[rule.id]?.length).toSatisfy((length: number) => length > 40 && length <= 330);
      const count = (kind: string): number => examples.filter((example) => example.kind === kind).length;
      expect(count('good'), 'good examples').toBeGreaterThanOrEqual(1);
      expect(count('bad'), 'bad examples').toBeGreaterThanOrEqual(fewerBadExamples.get(rule.id)?.least ?? 2);
    });

    for (const example of examples) {
      for (const variant of variantsOf(example)) {
        test(`${example.title}, ${variant.name}`, () => checkExample(rule, example, variant));
      }
    }
  });
}
