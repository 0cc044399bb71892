import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../server/src/rules/index.js';
import { examplesOf } from './blocks.js';
import { checkExample, variantsOf } from './harness.js';

/** Rules whose mistake does not fit on a page, with the test that shows it. */
const withoutBadExample = new Map([['oversized-file', 'test/engine/limits.test.ts']]);

const folder = join(import.meta.dirname, '../../docs/rules');

test('every rule has a page and every page a rule', () => {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /^[^/]+\/[^/]+\.md$/.test(path));
  expect(pages.sort()).toEqual(rules.map(({ language, id }) => `${language}/${id}.md`).sort());
});

for (const rule of rules) {
  describe(`${rule.language}/${rule.id}`, () => {
    const text = readFileSync(join(folder, rule.language, `${rule.id}.md`), 'utf8');
    const examples = examplesOf(text, rule.language);

    test('the page is called as the rule and has a lead, a good and a bad example', () => {
      expect(text).toMatch(new RegExp(`^# ${rule.id}\n`));
      expect(new Set(examples.map(({ kind }) => kind))).toEqual(
        new Set(withoutBadExample.has(rule.id) ? ['good'] : ['good', 'bad']),
      );
    });

    for (const example of examples) {
      for (const variant of variantsOf(rule.language, example)) {
        test(`${example.title}, ${variant.name}`, () => checkExample(rule, example, variant));
      }
    }
  });
}
