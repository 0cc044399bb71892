import { schemaProblemsOf } from '../../engine/compose/schema/document.js';
import { describeProblem, nearestKeys } from '../../engine/compose/schema/messages.js';
import type { ComposeDocument } from '../../engine/compose/types.js';
import { defineRule } from '../../engine/rule.js';
import type { Span } from '../../engine/text/span.js';

/** Services at the top of the file, as Compose read them until 2023. */
function isFirstFormat(doc: ComposeDocument): boolean {
  const [root, ...more] = doc.roots;
  if (root === undefined || more.length > 0 || root.get('services') !== undefined) return false;
  const own = root.entries.filter(({ key }) => !key.startsWith('x-'));
  return (
    own.length > 0 &&
    own.every(({ value }) => value?.kind === 'map' && ['image', 'build'].some((key) => value.get(key) !== undefined))
  );
}

function isAtTop({ roots }: ComposeDocument, span: Span): boolean {
  return roots[0]?.entries.some(({ keySpan }) => keySpan.start === span.start) === true;
}

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
    const problems = schemaProblemsOf(doc).filter((problem) => problem.kind === 'unknown-key');
    const old = isFirstFormat(doc) ? problems.filter(({ span }) => isAtTop(doc, span)) : [];
    for (const problem of problems) {
      if (problem !== old[0] && old.includes(problem)) continue;
      if (problem === old[0]) {
        yield {
          at: problem.span,
          message: `Services stand under \`services:\`; without it, as in files of the first format, Compose reads none of this.`,
          related: old.slice(1).map(({ span }) => ({ at: span, message: 'This is a service too.' })),
        };
        continue;
      }
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
