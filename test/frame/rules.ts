import type { Finding, Rule } from '../../server/src/engine/rule.js';
import type { DockerfileDocument } from '../../server/src/engine/dockerfile/model/types.js';

/** A Dockerfile rule for tests; finds nothing unless told otherwise. */
export function ruleOf(parts: Partial<Rule<'dockerfile'>> & { readonly id: string }): Rule<'dockerfile'> {
  return {
    language: 'dockerfile',
    title: 'A rule',
    severity: 'warning',
    profile: 'recommended',
    guide: 'dockerfile-reference',
    link: 'https://docs.docker.com/',
    tags: [],
    equivalents: {},
    fixes: [],
    check: () => [],
    ...parts,
  };
}

/** A rule that reports the keyword of every instruction with a given keyword. */
export function keywordRule(
  keyword: string,
  parts: Partial<Rule<'dockerfile'>> & { readonly id: string },
  more: (doc: DockerfileDocument) => Partial<Finding> = () => ({}),
): Rule<'dockerfile'> {
  return ruleOf({
    ...parts,
    *check(doc) {
      for (const { keywordSpan } of doc.byKeyword(keyword)) yield { at: keywordSpan, message: keyword, ...more(doc) };
    },
  });
}
