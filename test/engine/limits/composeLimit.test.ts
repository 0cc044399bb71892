import { expect, test } from 'vitest';
import { defaultConfig } from '../../../server/src/engine/config/resolve.js';
import { parseCompose, textLimit } from '../../../server/src/engine/compose/document.js';
import { unknownFacts } from '../../../server/src/engine/facts.js';
import { Linter } from '../../../server/src/engine/lint.js';
import { SourceText } from '../../../server/src/engine/text/source.js';
import { rules } from '../../../server/src/rules/index.js';
import { loud } from '../../loud.js';

const linter = new Linter(rules);
const options = { config: defaultConfig(rules, 'all'), facts: unknownFacts, date: '2026-11-01', ...loud };

function ids(text: string): readonly string[] {
  const report = linter.lint(linter.open('compose', text), options);
  return report.findings.map(({ rule, severity, at }) => `${rule.id} ${severity} ${at.start}`);
}

test.each([
  ['many services', `services:\n${'  web:\n    image: nginx\n'.repeat(200_000)}`],
  ['one line', `services: {a: {image: "${'x'.repeat(textLimit)}"}}`],
  ['brackets', '['.repeat(textLimit + 1)],
])('a Compose file above the limit is told and not linted: %s', (_, text) => {
  expect(ids(text)).toEqual(['oversized-file info 0']);
  // Nothing of it was read.
  expect(parseCompose(new SourceText(text)).roots).toEqual([]);
});

test('below it every rule runs', () => {
  expect(ids(`services: {web: {image: "nginx:1.29", privileged: true}}\n${'# a\n'.repeat(1000)}`)).toContain(
    'privileged-container warning 38',
  );
});
