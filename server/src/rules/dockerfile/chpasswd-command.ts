import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'chpasswd-command',
  language: 'dockerfile',
  title: 'Keep passwords of accounts out of the image',
  severity: 'warning',
  profile: 'recommended',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/build/building/secrets/',
  tags: ['security', 'secrets'],
  equivalents: { checkov: ['CKV2_DOCKER_17'] },
  fixes: [],

  *check(doc) {
    for (const { words } of doc.runsOf('chpasswd')) {
      const [word] = words;
      if (word === undefined) continue;
      yield {
        at: word.span,
        message: 'This sets a password that everyone who has the image can read or try; containers need no passwords.',
      };
    }
  },
});
