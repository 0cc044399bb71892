import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'unterminated-heredoc',
  language: 'dockerfile',
  title: 'End each here-document with its own name on a line',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/dockerfile/#here-documents',
  tags: ['syntax'],
  equivalents: { hadolint: ['DL1000'] },
  fixes: [],
  parser: true,

  *check(doc) {
    for (const { code, span, message } of doc.syntax.problems) {
      if (code === 'unterminated-heredoc') yield { at: span, message };
    }
  },
});
