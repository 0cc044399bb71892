import { standsAlone } from '../../engine/compose/declared.js';
import { missingName } from '../../engine/compose/missing.js';
import { serviceEdges } from '../../engine/compose/references.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'undefined-service',
  language: 'compose',
  title: 'Refer only to services that are there',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/compose-file/services/#depends_on',
  tags: ['references'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    if (!standsAlone(doc)) return;
    for (const { kind, from, name, span, whole, to, node } of serviceEdges(doc)) {
      if (to !== undefined || name === '') continue;
      const message = `No service is called ${shown(name)}, so Compose refuses the ${kind} of ${shown(from.name)}`;
      yield missingName(doc, from, { name, span, whole, node }, doc.services, message);
    }
  },
});
