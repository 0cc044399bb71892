import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { valuesAt } from '../../engine/compose/values/places.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'deprecated-watch-key',
  language: 'compose',
  title: 'Write initial_sync without x-',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-development',
  link: 'https://docs.docker.com/reference/compose-file/develop/#watch',
  tags: ['deprecated'],
  equivalents: {},
  fixes: ['safe'],

  *check(doc) {
    const seen = new Set<ComposeNode>();
    for (const service of doc.services.values()) {
      for (const { node } of valuesAt(service.map, 'develop.watch.*')) {
        const entry = node.kind === 'map' ? node.entry('x-initialSync') : undefined;
        if (node.kind !== 'map' || entry === undefined || seen.has(node)) continue;
        seen.add(node);
        const isDouble = node.entry('initial_sync') !== undefined;
        yield {
          at: entry.keySpan,
          message: 'x-initialSync is old and Compose warns of it; the key is initial_sync.',
          owner: entry.span,
          fixes: () =>
            isDouble || entry.merged || node.sharedBy !== undefined
              ? []
              : [
                  {
                    title: 'Change it to initial_sync',
                    safety: 'safe',
                    edits: () => [{ span: entry.keySpan, text: 'initial_sync' }],
                  },
                ],
        };
      }
    }
  },
});
