import { deleteLine } from '../../engine/dockerignore/edits.js';
import { IgnoreList } from '../../engine/dockerignore/ignoreList.js';
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
    for (const pattern of doc.patterns) {
      if (pattern.invalid) continue;
      const key = `${pattern.negated ? '!' : ''}${pattern.value}`;
      const first = known.get(key);
      known.set(key, pattern);
      if (first === undefined || matters(doc.patterns, first, pattern)) continue;
      yield {
        at: pattern.span,
        message: `${shown(first.text)} above says the same, so this line changes nothing.`,
        related: [{ at: first.span, message: 'The same pattern.' }],
        fixes: [{ title: 'Remove the line', safety: 'safe', edits: () => [deleteLine(pattern)] }],
      };
    }
  },
});

/** Whether a line of the other kind between two equal ones may change what the second one finds. */
function matters(patterns: readonly IgnorePattern[], first: IgnorePattern, second: IgnorePattern): boolean {
  return patterns
    .slice(first.index + 1, second.index)
    .some((between) => between.negated !== second.negated && IgnoreList.touch(between, second));
}
