import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../../server/src/engine/config/resolve.js';
import { textLimit } from '../../../server/src/engine/dockerfile/syntax/parse.js';
import { unknownFacts } from '../../../server/src/engine/facts.js';
import { editsOf, fixAll } from '../../../server/src/engine/fix.js';
import { Linter } from '../../../server/src/engine/lint.js';
import type { LintOptions, Report } from '../../../server/src/engine/report.js';
import { applyEdits } from '../../../server/src/engine/text/span.js';
import { rules } from '../../../server/src/rules/index.js';
import { files } from './files.js';
import { texts } from './texts.js';
import { loud } from '../../loud.js';

const linter = new Linter(rules);
const options: LintOptions = { config: defaultConfig(rules, 'all'), facts: unknownFacts, date: '2026-01-01', ...loud };

/** Lints with every rule; every range lies in the text and no rule fails. */
function lint(text: string): Report {
  const report = linter.lint(linter.open('dockerfile', text), options);
  const outside = [...report.findings, ...report.suppressed].filter(
    ({ at }) => at.start < 0 || at.end < at.start || at.end > text.length,
  );
  expect(outside).toEqual([]);
  return report;
}

/** How many findings each rule has. */
function counts({ findings }: Report): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { rule } of findings) found[rule.id] = (found[rule.id] ?? 0) + 1;
  return found;
}

/** Every fix alone gives edits that can be applied, and all together come to an end. */
function fix(text: string): void {
  for (const { fixes } of lint(text).findings) {
    for (const one of fixes) {
      const edits = editsOf(one);
      expect(edits).toBeDefined();
      if (edits !== undefined) applyEdits(text, edits.own);
    }
  }
  const { text: fixed } = fixAll(linter, { text, language: 'dockerfile' }, { ...options, safety: 'unsafe' });
  lint(fixed);
}

describe('any text', () => {
  test.each([...texts, ...files])('$name', ({ size, small, text, expected }) => {
    expect(counts(lint(text(size)))).toEqual(expected);
    fix(text(small ?? Math.min(size, 1000)));
  });
});

describe('above the limit', () => {
  const line = 'RUN apt-get update && apt-get install a\n';
  test.each([
    ['10 MB of instructions', `FROM debian\n${line.repeat(250_000)}`, { 'oversized-file': 1 }],
    ['10 MB of prose', 'hello world\n'.repeat(830_000), { 'oversized-file': 1, 'unknown-instruction': 1000 }],
    ['10 MB on one line', `FROM debian\nRUN ${'x'.repeat(10_000_000)}`, { 'oversized-file': 1 }],
    ['more instructions than are read', `FROM debian\n${'RUN a\n'.repeat(200_000)}`, { 'oversized-file': 1 }],
  ])('%s: only what the parser finds, and one info', (_, text, expected) => {
    const report = lint(text);
    expect(counts(report)).toEqual(expected);
    expect(report.findings.filter(({ rule }) => rule.parser !== true)).toEqual([]);
    const [large] = report.findings.filter(({ rule }) => rule.id === 'oversized-file');
    expect([large?.severity, large?.at.start]).toEqual(['info', 0]);
  });

  test('just below it, every rule runs', () => {
    const text = `FROM debian\n${'# a\n'.repeat(370_000)}`;
    expect(text.length).toBeLessThan(textLimit);
    expect(counts(lint(text))).toEqual({ 'missing-healthcheck': 1, 'missing-user': 1, 'unpinned-base-image': 1 });
  });
});
