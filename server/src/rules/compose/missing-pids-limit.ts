import { projectQueries } from '../../engine/compose/project/view.js';
import { isLimited, setLimits } from '../../engine/compose/security/harden.js';
import { lacking } from '../../engine/compose/security/lacking.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'missing-pids-limit',
  language: 'compose',
  title: 'Limit the number of processes of each service',
  severity: 'warning',
  profile: 'all',
  guide: 'compose-production',
  link: 'https://docs.docker.com/reference/compose-file/services/#pids_limit',
  tags: ['hardening'],
  equivalents: { kics: ['Pids Limit Not Set'], owasp: ['7'], cis: ['5.29'] },
  fixes: ['suggestion'],
  wholeFile: true,

  facts: projectQueries,

  check: (doc, { facts }) =>
    lacking(doc, facts, {
      has: (view) => isLimited(view, 'pids'),
      message: (name) => `${shown(name)} may start processes until the host can start none; a limit stops that.`,
      fix: {
        title: 'Limit it to 200 processes',
        safety: 'suggestion',
        edits: (view) => setLimits(doc, view, ['pids']),
      },
    }),
});
