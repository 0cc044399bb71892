import { Cut, hidden, unknownLookup } from '../../engine/compose/forms/pieces.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { valuesAt } from '../../engine/compose/values/places.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'invalid-build-ssh',
  language: 'compose',
  title: 'Write SSH keys of a build as an id and a path',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/build/#ssh',
  tags: ['values'],
  equivalents: {},
  fixes: [],

  // compose-go, transform/ssh.go.
  *check(doc) {
    const seen = new Set<ComposeNode>();
    for (const service of doc.services.values()) {
      for (const { node } of valuesAt(service.map, 'build.ssh.*')) {
        if (node.kind !== 'scalar' || typeof node.value !== 'string' || seen.has(node)) continue;
        seen.add(node);
        const { masked } = new Cut(node, unknownLookup);
        if (masked === 'default' || masked.includes('=') || masked.includes(hidden)) continue;
        yield {
          at: node.span,
          message: `${node.value === '' ? 'An empty text' : shown(node.value)} is no SSH key: in a list it is written id=path, only "default" stands alone, and Compose refuses anything else.`,
        };
      }
    }
  },
});
