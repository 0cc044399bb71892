import { defineRule, type Fix } from '../../engine/rule.js';
import { moveAbove } from '../../engine/suppress/edit.js';
import { parseSuppressions } from '../../engine/suppress/parse.js';

export default defineRule<'dockerfile' | 'compose'>({
  id: 'malformed-suppression',
  language: 'dockerfile',
  also: ['compose'],
  title: 'Write ignore comments so that they have an effect',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/dockerfile/#format',
  tags: ['suppression'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    for (const comment of parseSuppressions(doc)) {
      if (comment.malformed === undefined) continue;
      const edits = doc.language === 'dockerfile' ? moveAbove(doc, comment) : undefined;
      const fixes: readonly Fix[] =
        edits === undefined
          ? []
          : [{ title: 'Move the comment above the instruction', safety: 'suggestion', edits: () => edits }];
      yield { at: comment.span, message: comment.malformed, fixes };
    }
  },
});
