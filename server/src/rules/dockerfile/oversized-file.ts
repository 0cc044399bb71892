import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'oversized-file',
  language: 'dockerfile',
  title: 'Keep the file small enough to be checked',
  severity: 'info',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/dockerfile/',
  tags: ['syntax'],
  equivalents: {},
  fixes: [],
  parser: true,

  *check(doc) {
    for (const { code, span, message } of doc.syntax.problems) {
      if (code === 'input-too-large') yield { at: span, message };
    }
  },
});
