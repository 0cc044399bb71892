import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'duplicate-parser-directive',
  language: 'dockerfile',
  title: 'Give each parser directive once',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/dockerfile/#parser-directives',
  tags: ['syntax'],
  equivalents: {},
  fixes: [],
  parser: true,

  *check(doc) {
    for (const { code, span, message } of doc.syntax.problems) {
      if (code === 'duplicate-directive') yield { at: span, message };
    }
  },
});
