import { deleteLine } from '../../engine/dockerignore/edits.js';
import { PatternComparer } from '../../engine/dockerignore/compare.js';
import type { IgnorePattern } from '../../engine/dockerignore/types.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'duplicate-ignore-pattern',
  language: 'dockerignore',
  title: 'Write each pattern once',
  severity: 'info',
  profile: 'recommended',
  guide: 'dockerignore#rules-of-the-file',
  link: 'https://docs.docker.com/build/concepts/context/#syntax',
  tags: ['clarity'],
  equivalents: {},
  fixes: ['safe'],

  *check(doc) {
    const known = new Map<string, IgnorePattern>();
    const comparer = new PatternComparer();
    const mixed = doc.patterns.some(({ negated }) => negated);
    for (const pattern of doc.patterns) {
      if (pattern.invalid) continue;
      const key = `${pattern.negated ? '!' : ''}${pattern.value}`;
      const first = known.get(key);
      known.set(key, pattern);
      if (first === undefined || (mixed && matters(doc.patterns, first, pattern, comparer))) continue;
      yield {
        at: pattern.span,
        message: `${shown(first.text)} above says the same, so this line changes nothing.`,
        related: [{ at: first.span, message: 'The same pattern.' }],
        fixes: [{ title: 'Remove the line', safety: 'safe', edits: () => [deleteLine(pattern)] }],
      };
    }
  },
});

/** Farther lines are not compared with all between them. */
const far = 500;

/** Whether a line of the other kind between two equal ones may change what the second one finds. */
function matters(
  patterns: readonly IgnorePattern[],
  first: IgnorePattern,
  second: IgnorePattern,
  comparer: PatternComparer,
): boolean {
  if (second.index - first.index > far) return true;
  return patterns
    .slice(first.index + 1, second.index)
    .some((between) => between.negated !== second.negated && comparer.touch(between, second));
}
