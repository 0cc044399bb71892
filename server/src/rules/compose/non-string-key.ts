import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'non-string-key',
  language: 'compose',
  title: 'Put keys that look like numbers in quotes',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/',
  tags: ['syntax'],
  equivalents: {},
  fixes: ['safe'],
  parser: true,

  *check(doc) {
    for (const { code, span, word = '' } of doc.problems) {
      if (code !== 'non-string-key') continue;
      const isWord = /^[\w.+~-]+$/.test(word) && doc.source.slice(span) === word;
      yield {
        at: span,
        message:
          word === ''
            ? 'The key in front of this colon is missing.'
            : `Compose takes only texts as keys, and YAML does not read ${shown(word)} as one, so the file is refused.`,
        fixes: isWord
          ? [{ title: 'Put the key in quotes', safety: 'safe', edits: () => [{ span, text: `"${word}"` }] }]
          : [],
      };
    }
  },
});
