import { projectQueries } from '../../engine/compose/project/view.js';
import { isLimited, setLimits } from '../../engine/compose/security/harden.js';
import { lacking } from '../../engine/compose/security/lacking.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'missing-memory-limit',
  language: 'compose',
  title: 'Limit the memory of each service',
  severity: 'warning',
  profile: 'all',
  guide: 'compose-production',
  link: 'https://docs.docker.com/reference/compose-file/deploy/#memory',
  tags: ['hardening'],
  equivalents: { kics: ['Memory Not Limited'], composeLint: ['CL-0026'], owasp: ['7'], cis: ['5.11'] },
  fixes: ['suggestion'],
  wholeFile: true,

  facts: projectQueries,

  check: (doc, { facts }) =>
    lacking(doc, facts, {
      has: (view) => isLimited(view, 'memory'),
      message: (name) => `${shown(name)} may take all memory of the host, which then stops other programs.`,
      fix: {
        title: 'Limit the memory',
        safety: 'suggestion',
        edits: (view) => setLimits(doc, view, ['memory']),
      },
    }),
});
