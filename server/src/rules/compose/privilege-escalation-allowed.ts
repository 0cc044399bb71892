import { projectQueries } from '../../engine/compose/project/view.js';
import { addNoNewPrivileges, forbidsNewPrivileges } from '../../engine/compose/security/harden.js';
import { lacking } from '../../engine/compose/security/lacking.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'privilege-escalation-allowed',
  language: 'compose',
  title: 'Forbid programs to gain rights',
  severity: 'warning',
  profile: 'all',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/reference/compose-file/services/#security_opt',
  tags: ['hardening'],
  equivalents: { kics: ['No New Privileges Not Set'], composeLint: ['CL-0003'], owasp: ['4'], cis: ['5.26'] },
  fixes: ['unsafe'],
  wholeFile: true,

  facts: projectQueries,

  check: (doc, { facts }) =>
    lacking(doc, facts, {
      has: forbidsNewPrivileges,
      message: (name) =>
        `A program in ${shown(name)} may gain rights by a setuid file such as su or sudo; no-new-privileges:true forbids that.`,
      fix: {
        title: 'Add no-new-privileges, which stops programs such as sudo and ping',
        safety: 'unsafe',
        edits: (view) => addNoNewPrivileges(doc, view),
      },
    }),
});
