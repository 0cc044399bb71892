import { nearest } from '../../engine/didYouMean.js';
import { defineRule, type Catalogue } from '../../engine/rule.js';
import { parseSuppressions } from '../../engine/suppress/parse.js';

export default defineRule({
  id: 'unknown-suppressed-rule',
  language: 'dockerfile',
  title: 'Name rules that exist in ignore comments',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/dockerfile/#format',
  tags: ['suppression'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc, { catalogue }) {
    for (const { source, ids, malformed } of parseSuppressions(doc)) {
      if (source !== 'docker-patterns' || malformed !== undefined) continue;
      for (const { id, span } of ids) {
        if (catalogue.ids.has(id) || catalogue.aliases.has(id)) continue;
        const known = meant(id, catalogue);
        const hint = known === undefined ? '.' : `; did you mean ${known}?`;
        yield {
          at: span,
          message: `There is no rule ${id}, so the comment hides nothing${hint}`,
          fixes:
            known === undefined
              ? []
              : [{ title: `Change to ${known}`, safety: 'suggestion', edits: () => [{ span, text: known }] }],
        };
      }
    }
  },
});

/** The rule that stands for an id of another tool, or the nearest name. */
function meant(id: string, catalogue: Catalogue): string | undefined {
  const [foreign] = (['hadolint', 'buildkit', 'shellcheck', 'trivy', 'checkov'] as const).flatMap((tool) =>
    catalogue.rulesFor(tool, id),
  );
  return foreign ?? nearest(id, catalogue.ids);
}
