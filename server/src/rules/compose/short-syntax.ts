import { longPort, longVolume } from '../../engine/compose/style/long.js';
import { readPorts } from '../../engine/compose/forms/ports.js';
import { readVolumes } from '../../engine/compose/forms/volumes.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { defineRule, type Fix } from '../../engine/rule.js';
import type { Edit } from '../../engine/text/span.js';

export default defineRule({
  id: 'short-syntax',
  language: 'compose',
  title: 'Write ports and volumes in their long form',
  severity: 'info',
  profile: 'all',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/services/#long-syntax-4',
  tags: ['style', 'ports', 'volumes'],
  equivalents: {},
  fixes: ['unsafe'],
  options: {
    sections: {
      type: 'strings',
      default: ['ports', 'volumes'],
      description: 'The lists that are wanted in the long form.',
    },
  },

  *check(doc, { options }) {
    const sections = new Set(options['sections'] as readonly string[]);
    const seen = new Set<ComposeNode>();
    for (const service of doc.services.values()) {
      for (const section of ['ports', 'volumes'] as const) {
        const list = service.get(section);
        if (!sections.has(section) || list === undefined || seen.has(list)) continue;
        seen.add(list);
        const isPorts = section === 'ports';
        const short = [...(isPorts ? readPorts(list).mappings : readVolumes(list).mounts)].filter(
          ({ form, node }) => form === 'short' && !seen.has(node),
        );
        for (const item of short) {
          seen.add(item.node);
          yield {
            at: item.node.span,
            message: `In the long form each part of a ${isPorts ? 'port' : 'volume'} says what it is, and there is room for more.`,
            owner: item.node.span,
            fixes: () =>
              fixOf('published' in item ? longPort(doc, item) : 'source' in item ? longVolume(doc, item) : undefined),
          };
        }
      }
    }
  },
});

function fixOf(edits: readonly Edit[] | undefined): readonly Fix[] {
  const title = 'Write it in the long form, which some tools merge otherwise';
  return edits === undefined ? [] : [{ title, safety: 'unsafe', edits: () => edits }];
}
