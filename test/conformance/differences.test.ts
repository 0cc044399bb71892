import { describe, expect, test } from 'vitest';
import { rules } from '../../server/src/rules/index.js';
import { ownCases } from '../../server/tools/conformance/cases.js';
import { accepts, loadDifferences } from '../../server/tools/conformance/differences.js';
import { ourOutcomes, problemsOf } from '../../server/tools/conformance/guard.js';
import { opener } from '../../server/tools/conformance/ours.js';
import type { Difference } from '../../server/tools/conformance/types.js';

const root = process.cwd();
const open = opener(rules, 'all');
const declared = await loadDifferences(root);
const texts = ownCases(root).map(({ text, around }) => open(text, around));

describe('declared differences', () => {
  test('there are some, each with a name of its own', () => {
    expect(declared.length).toBeGreaterThan(0);
    expect(new Set(declared.map(({ id }) => id)).size).toBe(declared.length);
  });

  test.each(declared.map((difference) => [difference.id, difference] as const))('%s', (_, difference) => {
    expect(problemsOf(difference, rules, open)).toEqual([]);
  });

  // Where we speak, the other tool cannot speak alone: a predicate that holds there is too wide.
  test.each(declared.filter(({ side }) => side === 'theirs').map((difference) => [difference.id, difference] as const))(
    '%s holds nowhere in our examples where we speak',
    (_, difference) => {
      const wide = texts.flatMap((file) =>
        ourOutcomes(difference, file)
          .map((outcome) => ({ ...outcome, said: { ...outcome.said, theirs: difference.says ?? '' } }))
          .filter((outcome) => accepts(difference, outcome, file))
          .map(({ line }) => file.doc.source.text.split('\n').slice(Math.max(0, line - 1), line + 1)),
      );
      expect(wide).toEqual([]);
    },
  );
});

describe('the guard refuses', () => {
  const good: Difference = {
    rule: 'unpinned-base-image',
    tool: 'hadolint',
    code: 'DL3007',
    side: 'ours',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/412',
    reason: 'The tag that a plain build uses is known.',
    example: 'ARG VERSION=latest\nFROM debian:${VERSION}\n',
    neighbour: 'FROM debian:latest\n',
    accepts: ({ doc }) => doc.preamble.length > 0,
  };
  const bad: readonly (readonly [string, Partial<Difference>])[] = [
    ['a wildcard', { accepts: () => true }],
    ['a wildcard for what we do not say', { side: 'theirs', example: 'FROM debian:13\n', accepts: () => true }],
    ['what holds nowhere', { accepts: () => false }],
    ['an example that shows nothing', { example: 'FROM debian:13\n' }],
    ['a neighbour of which we say nothing', { neighbour: 'FROM debian:13\n' }],
    ['a fault upstream without a source', { source: 'someone said so' }],
    ['a decision that the rule does not tell', { class: 'deliberate' }],
    ['a code that the rule does not stand for', { code: 'DL3008' }],
    ['a rule that is not there', { rule: 'unpinned-image' }],
    ['a reason that is no sentence', { reason: 'known' }],
  ];

  test('nothing of a good one', () => {
    expect(problemsOf(good, rules, open)).toEqual([]);
  });

  test.each(bad)('%s', (_, change) => {
    expect(problemsOf({ ...good, ...change }, rules, open)).not.toEqual([]);
  });
});
