import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../../server/src/engine/config/resolve.js';
import { unknownFacts, type Facts } from '../../../server/src/engine/facts.js';
import { editsOf, fixAll } from '../../../server/src/engine/fix.js';
import { Linter } from '../../../server/src/engine/lint.js';
import type { Report } from '../../../server/src/engine/report.js';
import { applyEdits } from '../../../server/src/engine/text/span.js';
import { rules } from '../../../server/src/rules/index.js';
import { sampleCompose } from '../../../server/tools/bench/sampleCompose.js';
import { factsOf } from '../../../server/tools/generate/facts.js';
import { loud } from '../../loud.js';
import { composeMany } from './composeMany.js';
import { composeTexts } from './composeTexts.js';

const linter = new Linter(rules);
const config = defaultConfig(rules, 'all');
const date = '2026-01-01';

/** Lints with every rule; every range lies in the text and no rule fails. */
function lint(text: string, facts: Facts = unknownFacts): Report {
  const report = linter.lint(linter.open('compose', text, 'compose.yaml'), { config, facts, date, ...loud });
  const outside = [...report.findings, ...report.suppressed].filter(
    ({ at, related = [] }) =>
      ![at, ...related.map((each) => each.at)].every((s) => s.start >= 0 && s.start <= s.end && s.end <= text.length),
  );
  expect(outside).toEqual([]);
  return report;
}

/** With files around it; what is asked of them comes to an end. */
function lintAmong(text: string, files: Readonly<Record<string, string>>): Report {
  const doc = linter.open('compose', text, 'compose.yaml');
  const around = new Map(Object.entries(files)).set('compose.yaml', text);
  return lint(
    text,
    factsOf(around, 'compose.yaml', (facts) => linter.needs(doc, { config, facts })),
  );
}

/** Every fix alone gives edits that can be applied, and the safe ones together come to an end. */
function fix(text: string): void {
  for (const { fixes } of lint(text).findings) {
    for (const one of fixes) {
      const edits = editsOf(one);
      expect(edits).toBeDefined();
      if (edits !== undefined) applyEdits(text, edits.own);
    }
  }
  const options = { config, facts: unknownFacts, date, ...loud, safety: 'unsafe' } as const;
  lint(fixAll(linter, { text, language: 'compose', path: 'compose.yaml' }, options).text);
}

/** The rules whose findings are told; the others may say what they like. */
const told = new Set([
  'dependency-cycle',
  'duplicate-key',
  'invalid-interpolation',
  'non-string-key',
  'undefined-network',
  'undefined-service',
  'unknown-key',
  'unused-network',
  'unused-volume',
  'yaml-syntax-error',
]);

function counts({ findings }: Report): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { rule } of findings) if (told.has(rule.id)) found[rule.id] = (found[rule.id] ?? 0) + 1;
  return found;
}

describe('any Compose file', () => {
  test.each([...composeTexts, ...composeMany])('$name', ({ size, small, text, expected }) => {
    expect(counts(lint(text(size)))).toEqual(expected);
    fix(text(small ?? Math.min(size, 200)));
  });
});

describe('any files around it', () => {
  const text = 'services:\n  web:\n    image: nginx:${TAG:-1.29}\n    env_file: a.env\n    hostname: ${HOST}\n';

  test.each([
    ['with CRLF and a byte order mark', '\ufeffTAG=1.29\r\nHOST="a\r\nb"\r\n\r\n# text\r\n'],
    ['empty', ''],
    ['of NUL bytes', '\0'.repeat(1000)],
    ['with a quote that is not closed', `TAG="${'a\n'.repeat(10_000)}`],
    ['of 100,000 lines', 'A=b\n'.repeat(100_000)],
    ['whose values lead in a circle', 'TAG=${HOST}\nHOST=${TAG}\n'],
    ['of dollars and braces', `TAG=${'${A:-'.repeat(5000)}\n`],
    ['that is no env file', '[section]\na b c\n=\n'],
  ])('an env file %s', (_, env) => {
    lintAmong(text, { '.env': env, 'a.env': env });
  });

  test('include and extends in circles', () => {
    const other = 'include: [compose.yaml]\nservices:\n  web: { extends: { file: compose.yaml, service: web } }\n';
    const own = 'include: [a.yaml, b.yaml]\nservices:\n  web: { extends: { file: a.yaml, service: web } }\n';
    lintAmong(own, { 'a.yaml': other, 'b.yaml': own });
    lintAmong('include: [compose.yaml]\nservices: {}\n', {});
  });

  test('a long chain of include', () => {
    const files = Object.fromEntries(
      Array.from({ length: 200 }, (_, i) => [`f${i}.yaml`, `include: [f${i + 1}.yaml]\nservices: {}\n`]),
    );
    lintAmong('include: [f0.yaml]\nservices:\n  web:\n    image: nginx:1.29\n', files);
  });

  test('files that are no YAML, and that are not there', () => {
    lintAmong('include: [a.yaml, b.yaml]\nservices:\n  web: { extends: { file: a.yaml, service: web } }\n', {
      'a.yaml': '[[[',
      'compose.override.yaml': '\0',
      Dockerfile: '\0',
      '.dockerignore': '\0',
    });
  });
});

describe('any edit of a file that looks real', () => {
  const sample = sampleCompose(110);
  const bits = [
    ...['"', "'", '[', ']', '{', '}', ': ', '- ', '\t', '\n', '\r', '\r\n', '  ', '&a ', '*a', '<<: *defaults', '|\n'],
    ...['>-\n', '${', '}', '$', '#', '%', '@', '`', '? ', '---\n', '...\n', '!reset ', '!override ', '!!int ', '\0'],
    ...[
      '\ud800',
      '1: ',
      '~',
      'é',
      '\ufeff',
      '!<x> ',
      'services:\n',
      '# docker-patterns ignore\n',
      ',',
      '0x',
      '::',
      '/',
    ],
  ];
  const edit = fc.record({
    at: fc.nat(sample.length),
    remove: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(20), fc.nat(2000)),
    insert: fc.oneof(fc.constantFrom(...bits), fc.constant(''), fc.string({ maxLength: 6, unit: 'binary' })),
  });

  test('nothing fails, and every range lies in the text', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
        let text = sample;
        for (const { at, remove, insert } of edits) text = text.slice(0, at) + insert + text.slice(at + remove);
        for (const { fixes } of lint(text).findings) {
          for (const one of fixes) {
            const made = editsOf(one);
            if (made !== undefined) applyEdits(text, made.own);
          }
        }
      }),
      { numRuns: 150, seed: 4 },
    );
  });
});
