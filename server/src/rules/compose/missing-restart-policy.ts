import { insertEntry } from '../../engine/compose/edits/insert.js';
import { projectQueries } from '../../engine/compose/project/view.js';
import { finishingServices } from '../../engine/compose/security/finishing.js';
import { lacking } from '../../engine/compose/security/lacking.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'missing-restart-policy',
  language: 'compose',
  title: 'Say whether a service starts again',
  severity: 'warning',
  profile: 'all',
  guide: 'compose-production',
  link: 'https://docs.docker.com/reference/compose-file/services/#restart',
  tags: ['hardening'],
  equivalents: {},
  fixes: ['suggestion'],
  wholeFile: true,

  facts: projectQueries,

  check(doc, { facts }) {
    const finishing = finishingServices(doc);
    return lacking(doc, facts, {
      has: (view) => {
        const deploy = view.get('deploy');
        const policy = deploy?.kind === 'map' ? deploy.get('restart_policy') : undefined;
        return view.get('restart') !== undefined || policy !== undefined || finishing.has(view.name);
      },
      message: (name) => `After a failure or a restart of the host ${shown(name)} stays down until somebody starts it.`,
      fix: {
        title: 'Add restart: unless-stopped',
        safety: 'suggestion',
        edits: ({ service: { map } }) =>
          map && insertEntry(doc, map, 'restart', 'unless-stopped', { after: ['image', 'build', 'container_name'] }),
      },
    });
  },
});
