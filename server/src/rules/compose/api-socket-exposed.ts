import { booleanOf } from '../../engine/compose/forms/defaults.js';
import { given } from '../../engine/compose/security/values.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'api-socket-exposed',
  language: 'compose',
  title: "Keep Docker's API away from services",
  severity: 'warning',
  profile: 'recommended',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/reference/compose-file/services/#use_api_socket',
  tags: ['security'],
  equivalents: { owasp: ['1'] },
  fixes: [],

  *check(doc) {
    for (const { service, entry, node } of given(doc, 'use_api_socket')) {
      if (booleanOf(node)?.value !== true) continue;
      yield {
        at: entry.span,
        message: `This hands Docker's socket and your registry logins to ${shown(service.name)}: whoever controls it controls the host and can push images in your name.`,
        owner: entry.span,
      };
    }
  },
});
