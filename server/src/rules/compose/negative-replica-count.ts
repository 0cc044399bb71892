import { textOf, unlessSet } from '../../engine/compose/forms/defaults.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { milder, valuesAt, wholeNumber } from '../../engine/compose/values/places.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'negative-replica-count',
  language: 'compose',
  title: 'Run a service no less than zero times',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-production',
  link: 'https://docs.docker.com/reference/compose-file/deploy/#replicas',
  tags: ['values'],
  equivalents: {},
  fixes: [],

  *check(doc) {
    const seen = new Set<ComposeNode>();
    for (const service of doc.services.values()) {
      for (const way of ['scale', 'deploy.replicas']) {
        const [place] = valuesAt(service.map, way);
        const count = wholeNumber(textOf(place?.node)?.value);
        if (place === undefined || count === undefined || count >= 0 || seen.has(place.node)) continue;
        seen.add(place.node);
        yield {
          at: place.node.span,
          message: `${shown(service.name)} cannot run ${count} times; Compose takes 0 or more.`,
          ...milder(service),
          ...unlessSet(place.node),
        };
      }
    }
  },
});
