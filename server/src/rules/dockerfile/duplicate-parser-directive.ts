import { defineRule, type Fix } from '../../engine/rule.js';
import { lineOf } from '../../engine/suppress/edit.js';

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
  fixes: ['safe'],
  parser: true,

  *check(doc) {
    const { directives, problems } = doc.syntax;
    for (const { code, span, word, message } of problems) {
      if (code !== 'duplicate-directive') continue;
      const first = directives.find(({ name }) => name === word);
      const again = directives.find((one) => one.span.start === span.start);
      const fix: Fix = {
        title: 'Remove it',
        safety: 'safe',
        edits: () => [{ span: lineOf(doc.source, span), text: '' }],
      };
      // Where the two differ, a person has to say which one counts.
      yield { at: span, message, fixes: first?.value === again?.value ? [fix] : [] };
    }
  },
});
