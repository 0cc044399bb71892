import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'copy-ownership-flag',
  language: 'dockerfile',
  title: 'Leave copied files to root unless the program changes them',
  severity: 'info',
  profile: 'all',
  guide: 'run-as-non-root#files-the-process-writes',
  link: 'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',
  tags: ['security', 'user'],
  equivalents: { kics: ['Chown Flag Exists'] },
  fixes: [],

  *check(doc) {
    for (const keyword of ['COPY', 'ADD']) {
      for (const { flags } of doc.byKeyword(keyword)) {
        for (const { name, span, value } of flags) {
          if (name !== 'chown' || /^(?:root|0)(?::|$)/.test(value?.value ?? '')) continue;
          yield {
            at: span,
            message:
              'A program that owns its files can change them, and so can whoever breaks into it; reading and running need no owner.',
          };
        }
      }
    }
  },
});
