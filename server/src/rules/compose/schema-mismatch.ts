import { schemaProblemsOf } from '../../engine/compose/schema/document.js';
import { describeProblem, nearestValue } from '../../engine/compose/schema/messages.js';
import type { SchemaProblem } from '../../engine/compose/schema/problems.js';
import { defineRule, type Fix } from '../../engine/rule.js';

export default defineRule({
  id: 'schema-mismatch',
  language: 'compose',
  title: 'Give each key a value that Compose takes',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/',
  tags: ['syntax'],
  equivalents: { dclint: ['invalid-schema'] },
  fixes: ['suggestion'],

  *check(doc) {
    for (const problem of schemaProblemsOf(doc)) {
      if (problem.kind === 'unknown-key' || isNameOfContainer(problem)) continue;
      yield { at: problem.span, message: describeProblem(problem), fixes: () => fixesOf(problem) };
    }
  },
});

/** invalid-container-name speaks of it. */
function isNameOfContainer({ kind, path }: SchemaProblem): boolean {
  return kind === 'pattern' && path.at(-1) === 'container_name';
}

function fixesOf(problem: SchemaProblem): readonly Fix[] {
  const { span, shared } = problem;
  if (shared) return [];
  const near = nearestValue(problem);
  if (near !== undefined) return [change(`Change to ${near}`, span, near)];
  if (problem.kind !== 'type' || problem.text === undefined) return [];
  if (problem.mend === 'quote') return [change('Put it in quotes', span, `"${problem.text}"`)];
  if (problem.mend === 'unit') return [change(`Change to ${problem.text}s`, span, `${problem.text}s`)];
  return problem.mend === 'unquote' ? [change('Take the quotes away', span, problem.text)] : [];
}

function change(title: string, span: SchemaProblem['span'], text: string): Fix {
  return { title, safety: 'suggestion', edits: () => [{ span, text }] };
}
