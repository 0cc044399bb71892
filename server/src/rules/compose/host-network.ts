import type { MapEntry } from '../../engine/compose/tree/types.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'host-network',
  language: 'compose',
  title: 'Keep containers off the network of the host',
  severity: 'warning',
  profile: 'recommended',
  guide: 'bridge-network',
  link: 'https://docs.docker.com/engine/network/drivers/host/',
  tags: ['security', 'networks'],
  equivalents: { kics: ['Shared Host Network Namespace'], composeLint: ['CL-0008'], cis: ['5.10'] },
  fixes: [],

  *check(doc) {
    const seen = new Set<MapEntry['value']>();
    for (const service of doc.services.values()) {
      const entry = service.entry('network_mode');
      const node = entry?.value;
      if (entry === undefined || node?.kind !== 'scalar' || node.tag === 'reset' || seen.has(node)) continue;
      if (node.text.text !== 'host') continue;
      // An anchor brings it to several services: one place to look at.
      seen.add(node);
      yield {
        at: entry.span,
        message: `On the network of the host ${shown(service.name)} reaches everything that listens there, and its own ports are open without being published.`,
        owner: entry.span,
      };
    }
  },
});
