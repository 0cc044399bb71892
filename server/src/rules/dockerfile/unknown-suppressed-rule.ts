import { nearest } from '../../engine/didYouMean.js';
import { doubtAbout, doubtText } from '../../engine/foreign/doubt.js';
import { defineRule, type Catalogue, type Finding } from '../../engine/rule.js';
import { parseSuppressions } from '../../engine/suppress/parse.js';
import type { SuppressedId } from '../../engine/suppress/types.js';

export default defineRule<'dockerfile' | 'compose'>({
  id: 'unknown-suppressed-rule',
  language: 'dockerfile',
  also: ['compose'],
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
      if (malformed !== undefined) continue;
      for (const entry of ids) {
        if (source === 'docker-patterns') yield* own(entry, catalogue);
        else {
          const doubt = doubtAbout(source, entry.id);
          if (doubt !== undefined) yield finding(entry, doubtText(source, doubt), doubt.meant);
        }
      }
    }
  },
});

function* own(entry: SuppressedId, catalogue: Catalogue): Iterable<Finding> {
  const { id } = entry;
  if (catalogue.ids.has(id) || catalogue.aliases.has(id)) return;
  const known = meant(id, catalogue);
  const hint = known === undefined ? '.' : `; did you mean ${known}?`;
  yield finding(entry, `There is no rule ${id}, so the comment hides nothing${hint}`, known);
}

function finding({ span }: SuppressedId, message: string, known: string | undefined): Finding {
  if (known === undefined) return { at: span, message };
  return {
    at: span,
    message,
    fixes: [{ title: `Change to ${known}`, safety: 'suggestion', edits: () => [{ span, text: known }] }],
  };
}

/** The rule that stands for an id of another tool, or the nearest name. */
function meant(id: string, catalogue: Catalogue): string | undefined {
  const [foreign] = (
    ['hadolint', 'buildkit', 'shellcheck', 'trivy', 'checkov', 'dclint', 'composeLint'] as const
  ).flatMap((tool) => catalogue.rulesFor(tool, id));
  return foreign ?? nearest(id, catalogue.ids);
}
