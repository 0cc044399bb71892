import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'indented-comment',
  language: 'dockerignore',
  title: 'Start comments in the first column',
  severity: 'info',
  profile: 'recommended',
  guide: 'dockerignore#rules-of-the-file',
  link: 'https://docs.docker.com/build/concepts/context/#syntax',
  tags: ['syntax'],
  equivalents: {},
  fixes: ['safe'],

  *check(doc) {
    for (const { span, lineSpan, text } of doc.patterns) {
      if (!text.startsWith('#')) continue;
      yield {
        at: span,
        message: 'Behind blanks "#" starts no comment: Docker looks for files by the name of this line.',
        fixes: [
          {
            title: 'Remove the blanks before it',
            safety: 'safe',
            edits: () => [{ span: { start: lineSpan.start, end: span.start }, text: '' }],
          },
        ],
      };
    }
  },
});
