import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'duplicate-key',
  language: 'compose',
  title: 'Write each key of a mapping once',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/',
  tags: ['syntax'],
  equivalents: {},
  fixes: [],
  parser: true,

  *check(doc) {
    for (const { code, span, word = '', first } of doc.problems) {
      if (code !== 'duplicate-key' || first === undefined) continue;
      yield {
        at: span,
        message: `${shown(word)} is already a key of this mapping, so Compose refuses to read the file.`,
        related: [{ at: first, message: 'The first one.' }],
      };
    }
  },
});
