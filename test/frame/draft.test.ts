import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../server/src/engine/config/resolve.js';
import { unknownFacts } from '../../server/src/engine/facts.js';
import { Linter } from '../../server/src/engine/lint.js';
import { rules as allRules } from '../../server/src/rules/index.js';
import { keywordRule, ruleOf } from './rules.js';
import { loud } from '../loud.js';

const rules = [
  keywordRule('RUN', { id: 'run-found' }),
  keywordRule('EXPOSE', { id: 'expose-found' }),
  ruleOf({
    id: 'missing',
    wholeFile: true,
    *check(doc) {
      for (const { from } of doc.stages.slice(-1)) yield { at: from.keywordSpan, message: '' };
    },
  }),
  ruleOf({
    id: 'unknown-instruction',
    parser: true,
    *check(doc) {
      for (const { code, span } of doc.syntax.problems)
        if (code === 'unknown-instruction') yield { at: span, message: '' };
    },
  }),
  ruleOf({
    id: 'unreadable',
    parser: true,
    *check(doc) {
      for (const { code, span } of doc.syntax.problems)
        if (code !== 'unknown-instruction') yield { at: span, message: '' };
    },
  }),
];

function heard(text: string, at: number | undefined, saved = false): readonly string[] {
  const linter = new Linter(rules);
  const options = { config: defaultConfig(rules), facts: unknownFacts, date: '2026-01-01' };
  const draft = at === undefined ? {} : { draft: { at, saved } };
  return linter.lint(linter.open('dockerfile', text), { ...options, ...draft }).findings.map(({ rule }) => rule.id);
}

/** `|` is where the person writes. */
describe('while writing', () => {
  test.each([
    ['an instruction at the end is not finished', 'FROM a\nRUN x|', []],
    ['nor are its continued lines', 'FROM a\nRUN x \\\n  y|', []],
    ['nor is one that waits for its next line', 'FROM a\nRUN x \\\n  |', []],
    ['a line end finishes it', 'FROM a\nRUN x\n|', ['run-found']],
    ['what stands above is finished', 'FROM a\nRUN x\nEXPOSE 8|', ['run-found']],
    ['writing elsewhere leaves the end as it is', 'FROM a|\nRUN x', ['run-found']],
    ['a half keyword at the end', 'FROM a\nRU|', []],
    ['a half keyword between lines', 'FROM a\nEXP|\nRUN x\n', ['run-found']],
    ['a keyword that is wrong elsewhere', 'FROM a\nEXP|\nRNU x\nRUN x\n', ['unknown-instruction', 'run-found']],
    ['an instruction between lines that lacks its arguments', 'FROM a\nHEALTHCHECK |\nRUN x\n', ['run-found']],
    ['a half flag between lines', 'FROM a\nCOPY --chow| a b\nRUN x\n', ['run-found']],
    ['a wrong flag elsewhere', 'FROM a\nCOPY --chow a b\nRUN x|\n', ['unreadable', 'run-found']],
    ['what is missing waits for CMD', 'FROM a\nEXPOSE 1\n|', ['expose-found']],
    ['which must be finished', 'FROM a\nCMD ["a|', []],
    ['and speaks then', 'FROM a\nCMD ["a"]\n|', ['missing']],
    ['ENTRYPOINT does as well', 'FROM a\nENTRYPOINT ["a"]\nCMD [|', ['missing']],
    ['CMD of another stage does not', 'FROM a AS b\nCMD ["a"]\nFROM b\n|', []],
  ])('%s', (_, marked, findings) => {
    const at = marked.indexOf('|');
    expect(heard(marked.replace('|', ''), at)).toEqual(findings);
  });

  test.each([
    ['what is missing is known', 'FROM a\nEXPOSE 1\n|', ['missing', 'expose-found']],
    ['also above the instruction that is being written', 'FROM a\nCMD ["a|', ['missing']],
    ['but not in it', 'FROM a|', []],
    ['and a line is still left in peace', 'FROM a\nRUN x|', ['missing']],
  ])('in a file that had a text, %s', (_, marked, findings) => {
    const at = marked.indexOf('|');
    expect(heard(marked.replace('|', ''), at, true)).toEqual(findings);
  });

  test('nothing waits in a saved file', () => {
    expect(heard('FROM a\nRUN x', undefined)).toEqual(['missing', 'run-found']);
  });
});

test('a Node Dockerfile, written letter by letter, never shows more than one finding', () => {
  const text = `FROM node:24-alpine AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-alpine
WORKDIR /app
COPY --from=build /app/dist ./dist
EXPOSE 3000
CMD ["node", "dist/index.js"]
`;
  const linter = new Linter(allRules);
  const options = { config: defaultConfig(allRules), facts: unknownFacts, date: '2026-11-01' };
  for (let at = 1; at <= text.length; at++) {
    const doc = linter.open('dockerfile', text.slice(0, at));
    const { findings } = linter.lint(doc, { ...options, ...loud, draft: { at, saved: false } });
    expect(
      findings.length,
      `${JSON.stringify(text.slice(0, at))}: ${findings.map(({ rule }) => rule.id).join()}`,
    ).toBeLessThanOrEqual(1);
  }
});

/** `|` is where the person writes. */
test.each([
  ['the line at hand is not finished', 'a\n!|', []],
  ['nor in the middle', '[|\n!\n', ['invalid-ignore-pattern']],
  ['the next line finishes it', '!\n|', ['invalid-ignore-pattern']],
  ['a line that went says nothing of the next', 'a\n|!\n', ['invalid-ignore-pattern']],
  ['a comment behind a pattern', 'a #|\nb # c\n', ['trailing-ignore-comment']],
])('while writing an ignore file: %s', (_, marked, wanted) => {
  const at = marked.indexOf('|');
  const linter = new Linter(allRules);
  const options = { config: defaultConfig(allRules), facts: unknownFacts, date: '2026-01-01' };
  const doc = linter.open('dockerignore', marked.replace('|', ''));
  const { findings } = linter.lint(doc, { ...options, draft: { at, saved: true } });
  expect(findings.map(({ rule }) => rule.id)).toEqual(wanted);
});
