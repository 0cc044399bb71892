import { defineRule } from '../../engine/rule.js';

export default defineRule<'dockerfile' | 'compose'>({
  id: 'oversized-file',
  language: 'dockerfile',
  also: ['compose'],
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
    const problems = doc.language === 'dockerfile' ? doc.syntax.problems : doc.problems;
    for (const { code, span, message } of problems) {
      if (code === 'input-too-large') yield { at: span, message };
    }
  },
});
