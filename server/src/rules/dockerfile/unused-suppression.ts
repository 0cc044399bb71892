import { groupBy } from '../../engine/groups.js';
import { defineRule } from '../../engine/rule.js';
import { deleteComment, deleteId } from '../../engine/suppress/edit.js';

const id = 'unused-suppression';

export default defineRule<'dockerfile' | 'compose'>({
  id,
  language: 'dockerfile',
  also: ['compose'],
  title: 'Remove ignore comments that hide nothing',
  severity: 'info',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/dockerfile/#format',
  tags: ['suppression'],
  equivalents: {},
  fixes: ['safe'],

  check: () => [],

  *review(doc, { unused }) {
    const others = unused.filter((entry) => entry.id !== id);
    for (const [comment, entries] of groupBy(others, (entry) => entry.comment)) {
      if (entries.length === comment.ids.length) {
        yield {
          at: comment.span,
          message: `Nothing here is reported as ${entries.map((entry) => entry.id).join(' or ')}; the comment can go.`,
          fixes: [{ title: 'Remove the comment', safety: 'safe', edits: () => [deleteComment(doc.source, comment)] }],
        };
        continue;
      }
      for (const { id: name, span } of entries) {
        yield {
          at: span,
          message: `Nothing here is reported as ${name}; it can leave the comment.`,
          fixes: [{ title: `Remove ${name}`, safety: 'safe', edits: () => [deleteId(comment, span)] }],
        };
      }
    }
  },
});
