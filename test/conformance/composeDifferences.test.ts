import { describe, expect, test } from 'vitest';
import { rules } from '../../server/src/rules/index.js';
import { ownComposeCases } from '../../server/tools/conformance/compose/cases.js';
import { loadComposeDifferences, type ComposeDifference } from '../../server/tools/conformance/compose/differences.js';
import { composeProblemsOf } from '../../server/tools/conformance/compose/guard.js';
import { Base } from '../../server/tools/conformance/compose/mistakes/base.js';
import { makeBroken, mistakes } from '../../server/tools/conformance/compose/mistakes/make.js';
import { composeOpener } from '../../server/tools/conformance/compose/ours.js';
import { sampleCompose } from '../../server/tools/bench/sampleCompose.js';

const root = process.cwd();
const open = composeOpener(rules, 'all');
const declared = await loadComposeDifferences(root);

describe('declared differences from dclint', () => {
  test('each has a name of its own', () => {
    expect(new Set(declared.map(({ id }) => id)).size).toBe(declared.length);
  });

  test.each(declared.map((difference) => [difference.id, difference] as const))('%s', (_, difference) => {
    expect(composeProblemsOf(difference, rules, open)).toEqual([]);
  });
});

describe('the guard refuses', () => {
  const good: ComposeDifference = {
    rule: 'schema-mismatch',
    code: 'invalid-schema',
    side: 'ours',
    class: 'upstream',
    source: 'https://github.com/zavoloklom/docker-compose-linter/issues/1',
    reason: 'The text at scale is made a number before.',
    example: 'services:\n  web:\n    image: nginx:1.29\n    scale: two\n',
    neighbour: 'services:\n  web:\n    image: nginx:1.29\n    hostname: [a]\n',
    accepts: ({ message }) => message.includes('scale'),
  };
  const bad: readonly (readonly [string, Partial<ComposeDifference>])[] = [
    ['a wildcard', { accepts: () => true }],
    ['what holds nowhere', { accepts: () => false }],
    ['a neighbour of which we say nothing', { neighbour: 'services:\n  web:\n    image: nginx:1.29\n' }],
    ['a fault upstream without a source', { source: 'someone said so' }],
    ['a decision that the rule does not tell', { class: 'deliberate' }],
    ['a code that the rule does not stand for', { code: 'no-version-field' }],
    ['a rule that is not there', { rule: 'schema-mismatches' }],
    ['a reason that is no sentence', { reason: 'known' }],
  ];

  test('nothing of a good one', () => {
    expect(composeProblemsOf(good, rules, open)).toEqual([]);
  });

  test.each(bad)('%s', (_, change) => {
    expect(composeProblemsOf({ ...good, ...change }, rules, open)).not.toEqual([]);
  });
});

describe('broken Compose files', () => {
  const path = 'compose.yaml';
  const bases = [
    new Base('sample', open({ name: '', path, text: sampleCompose(60) }).doc),
    new Base('sample with CRLF', open({ name: '', path, text: sampleCompose(60).replaceAll('\n', '\r\n') }).doc),
  ];

  test('are the same for the same seed, and others for another', () => {
    const texts = (seed: number): readonly string[] => makeBroken(bases, 2, seed).map(({ text }) => text);
    expect(texts(1)).toEqual(texts(1));
    expect(texts(2)).not.toEqual(texts(1));
  });

  test('are of every kind, differ from their base, and know the place', () => {
    const made = makeBroken(bases, 3, 1);
    const sources = new Set(bases.map(({ text }) => text));
    for (const { text, places, mistake } of made) {
      expect(sources.has(text), mistake.id).toBe(false);
      for (const { start, end } of places) expect(start <= end && end <= text.length, mistake.id).toBe(true);
    }
    const kinds = new Set(made.map(({ mistake }) => mistake.id));
    expect(mistakes.map(({ id }) => id).filter((id) => !kinds.has(id))).toEqual(['renamed in configs']);
  });

  test('kinds have names of their own', () => {
    expect(new Set(mistakes.map(({ id }) => id)).size).toBe(mistakes.length);
    expect(mistakes.length).toBeGreaterThanOrEqual(40);
  });

  test('own cases have names of their own', () => {
    const names = ownComposeCases(root).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
