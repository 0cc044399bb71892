import { schemaProblemsOf } from '../../engine/compose/schema/document.js';
import { describeProblem, nearestKeys } from '../../engine/compose/schema/messages.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'unknown-key',
  language: 'compose',
  title: 'Use only keys that Compose knows',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/',
  tags: ['syntax'],
  equivalents: { dclint: ['invalid-schema'] },
  fixes: ['suggestion'],

  *check(doc) {
    for (const problem of schemaProblemsOf(doc)) {
      if (problem.kind !== 'unknown-key') continue;
      yield {
        at: problem.span,
        message: describeProblem(problem),
        fixes: () =>
          problem.shared
            ? []
            : nearestKeys(problem).map((key) => ({
                title: `Change to ${key}`,
                safety: 'suggestion' as const,
                edits: () => [{ span: problem.span, text: key }],
              })),
      };
    }
  },
});
