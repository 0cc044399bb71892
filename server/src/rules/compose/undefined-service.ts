import { from, missingName } from '../../engine/compose/missing.js';
import { contextsHere, edgesHere, withoutUsers } from '../../engine/compose/project/uses.js';
import { projectQueries, projectView } from '../../engine/compose/project/view.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'undefined-service',
  language: 'compose',
  title: 'Refer only to services that are there',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-development',
  link: 'https://docs.docker.com/reference/compose-file/services/#depends_on',
  tags: ['references'],
  equivalents: {},
  fixes: ['suggestion'],

  facts: projectQueries,

  *check(doc, { facts }) {
    const view = projectView(doc, facts);
    if (!view.isComplete) return;
    for (const { service, use, inherited } of [...edgesHere(view), ...contextsHere(view)]) {
      if (view.all.has(use.name) || use.name === '') continue;
      const message = `No service is called ${shown(use.name)}, so Compose refuses the ${use.kind} of ${shown(service.name)}`;
      yield missingName(doc, service, use, withoutUsers(view, service.name), `${message}${from(inherited)}`);
    }
  },
});
