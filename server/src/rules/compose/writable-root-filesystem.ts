import { projectQueries } from '../../engine/compose/project/view.js';
import { isReadOnly, makeReadOnly } from '../../engine/compose/security/harden.js';
import { lacking } from '../../engine/compose/security/lacking.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'writable-root-filesystem',
  language: 'compose',
  title: 'Make the file system of containers read-only',
  severity: 'warning',
  profile: 'all',
  guide: 'read-only-filesystem',
  link: 'https://docs.docker.com/reference/compose-file/services/#read_only',
  tags: ['hardening'],
  equivalents: { composeLint: ['CL-0007'], owasp: ['8'], cis: ['5.13'] },
  fixes: ['unsafe'],
  wholeFile: true,

  facts: projectQueries,

  check: (doc, { facts }) =>
    lacking(doc, facts, {
      has: isReadOnly,
      message: (name) =>
        `Who breaks into ${shown(name)} can change its programs and leave others there; with read_only and a tmpfs for what it writes that ends.`,
      fix: {
        title: 'Make it read-only, which stops programs that write elsewhere',
        safety: 'unsafe',
        edits: (view) => makeReadOnly(doc, view),
      },
    }),
});
