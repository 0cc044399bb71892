import { projectQueries } from '../../engine/compose/project/view.js';
import { capabilitiesFor, dropAll, dropsAll } from '../../engine/compose/security/harden.js';
import { lacking } from '../../engine/compose/security/lacking.js';
import { defineRule } from '../../engine/rule.js';
import { listed, shown } from '../../engine/wording.js';

export default defineRule({
  id: 'undropped-capabilities',
  language: 'compose',
  title: 'Drop all capabilities and add back those that are needed',
  severity: 'warning',
  profile: 'all',
  guide: 'capabilities',
  link: 'https://docs.docker.com/reference/compose-file/services/#cap_drop',
  tags: ['hardening'],
  equivalents: { kics: ['Container Capabilities Unrestricted'], composeLint: ['CL-0006'], owasp: ['3'], cis: ['5.4'] },
  fixes: ['suggestion'],
  wholeFile: true,

  facts: projectQueries,

  check: (doc, { facts }) =>
    lacking(doc, facts, {
      has: dropsAll,
      message: (name) =>
        `${shown(name)} has all capabilities that Docker gives to containers, and needs few of them or none; drop all and add those back.`,
      fix: {
        title: (view) => {
          const needed = capabilitiesFor(view);
          if (needed === undefined) return 'Drop all; add back what the program needs';
          return needed.length === 0 ? 'Drop all' : `Drop all and add back ${listed(needed)}`;
        },
        safety: 'suggestion',
        edits: (view) => dropAll(doc, view),
      },
    }),
});
