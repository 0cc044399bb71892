import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultConfig } from '../../server/src/engine/config/resolve.js';
import { unknownFacts } from '../../server/src/engine/facts.js';
import { Linter } from '../../server/src/engine/lint.js';
import { shown } from '../../server/src/engine/wording.js';
import { rules } from '../../server/src/rules/index.js';

test.each([
  ['RUNN', 'RUNN'],
  ['a\0b\u0007\u001b[31m', 'a�b��[31m'],
  ['left\u202eright', 'left�right'],
  ['x'.repeat(40), 'x'.repeat(40)],
  ['x'.repeat(41), `${'x'.repeat(39)}…`],
])('%j is shown as %j', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test('whatever a file holds is short and without control characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
      expect(shown(text).length).toBeLessThanOrEqual(40);
      expect(shown(text)).not.toMatch(/[\p{Cc}\p{Cs}]/u);
    }),
  );
});

test.each([
  // A file with NUL bytes is no text, which one finding tells without the word.
  ['NUL bytes', '\0', 1],
  ['other control characters', '\x7f', 2],
])('a word of %s is not handed on in the message of its finding', (_, character, shownWords) => {
  const linter = new Linter(rules);
  const word = character.repeat(100);
  const doc = linter.open('dockerfile', `FROM alpine:3.22\n${word} a\nUSER 1000\nRUN --\u0001x true\n`);
  const report = linter.lint(doc, { config: defaultConfig(rules), facts: unknownFacts, date: '2026-11-01' });
  const messages = report.findings.map(({ message }) => message);
  expect(messages).toHaveLength(2);
  expect(messages.filter((message) => message.includes('�'))).toHaveLength(shownWords);
  expect(messages.join('')).not.toMatch(/\p{Cc}/u);
});
