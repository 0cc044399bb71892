import { projectQueries } from '../../engine/compose/project/view.js';
import { isLimited, setLimits } from '../../engine/compose/security/harden.js';
import { lacking } from '../../engine/compose/security/lacking.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'missing-cpu-limit',
  language: 'compose',
  title: 'Limit the processor time of each service',
  severity: 'warning',
  profile: 'all',
  guide: 'compose-production',
  link: 'https://docs.docker.com/reference/compose-file/deploy/#cpus',
  tags: ['hardening'],
  equivalents: { kics: ['Cpus Not Limited'], composeLint: ['CL-0026'], owasp: ['7'], cis: ['5.12'] },
  fixes: ['suggestion'],
  wholeFile: true,

  facts: projectQueries,

  check: (doc, { facts }) =>
    lacking(doc, facts, {
      has: (view) => isLimited(view, 'cpus'),
      message: (name) => `${shown(name)} may take all processors of the host, and other services then wait.`,
      fix: {
        title: 'Limit it to one processor',
        safety: 'suggestion',
        edits: (view) => setLimits(doc, view, ['cpus']),
      },
    }),
});
