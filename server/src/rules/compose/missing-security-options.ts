import { projectQueries } from '../../engine/compose/project/view.js';
import { addNoNewPrivileges } from '../../engine/compose/security/harden.js';
import { lacking } from '../../engine/compose/security/lacking.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'missing-security-options',
  language: 'compose',
  title: 'Say which security options a service runs with',
  severity: 'info',
  profile: 'all',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/reference/compose-file/services/#security_opt',
  tags: ['hardening'],
  equivalents: { kics: ['Security Opt Not Set'], owasp: ['6'] },
  fixes: ['suggestion'],
  wholeFile: true,

  facts: projectQueries,

  check: (doc, { facts }) =>
    lacking(doc, facts, {
      has: (view) => view.get('security_opt') !== undefined,
      message: (name) =>
        `${shown(name)} has no security_opt, so only what Docker gives to every container stands between it and the kernel.`,
      fix: {
        title: 'Add no-new-privileges',
        safety: 'suggestion',
        edits: (view) => addNoNewPrivileges(doc, view),
      },
    }),
});
