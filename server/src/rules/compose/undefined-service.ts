import { companionQueries, elsewhereIn } from '../../engine/compose/companions.js';
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

  facts: (doc) => (standsAlone(doc) && serviceEdges(doc).some(({ to }) => to === undefined) ? companionQueries : []),

  *check(doc, { facts }) {
    if (!standsAlone(doc)) return;
    const isElsewhere = elsewhereIn(facts);
    for (const { kind, from, name, span, whole, to, node } of serviceEdges(doc)) {
      if (to !== undefined || name === '' || isElsewhere(name)) continue;
      const message = `No service is called ${shown(name)}, so Compose refuses the ${kind} of ${shown(from.name)}`;
      yield missingName(doc, from, { name, span, whole, node }, doc.services, message);
    }
  },
});
