import { Cut, hidden, unknownLookup } from '../../engine/compose/forms/pieces.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { valuesAt } from '../../engine/compose/values/places.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'invalid-additional-context',
  language: 'compose',
  title: 'Write additional contexts as a name and a place',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/build/#additional_contexts',
  tags: ['values'],
  equivalents: {},
  fixes: [],

  *check(doc) {
    const seen = new Set<ComposeNode>();
    for (const service of doc.services.values()) {
      for (const { node } of valuesAt(service.map, 'build.additional_contexts.*')) {
        if (node.kind !== 'scalar' || typeof node.value !== 'string' || seen.has(node)) continue;
        seen.add(node);
        const { masked } = new Cut(node, unknownLookup);
        if (masked.includes('=') || masked.includes(hidden)) continue;
        yield {
          at: node.span,
          message: `${node.value === '' ? 'An empty text' : shown(node.value)} has no place: an additional context is written name=path, and Compose refuses anything else.`,
        };
      }
    }
  },
});
