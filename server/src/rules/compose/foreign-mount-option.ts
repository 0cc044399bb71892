import { readVolumes } from '../../engine/compose/forms/volumes.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { removalFix } from '../../engine/compose/edits/remove.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'foreign-mount-option',
  language: 'compose',
  title: 'Give a mount the options of its type',
  severity: 'warning',
  profile: 'recommended',
  guide: 'named-volumes',
  link: 'https://docs.docker.com/reference/compose-file/services/#volumes',
  tags: ['values'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    const seen = new Set<ComposeNode>();
    for (const service of doc.services.values()) {
      for (const { node, type } of readVolumes(service.get('volumes')).mounts) {
        if (node.kind !== 'map' || type === undefined || seen.has(node)) continue;
        seen.add(node);
        for (const key of ['bind', 'volume', 'tmpfs', 'image']) {
          const entry = node.entry(key);
          if (key === type || entry === undefined || entry.value?.tag === 'reset') continue;
          yield {
            at: entry.keySpan,
            message: `A mount of the type ${shown(type)} has no ${key} options, so Compose passes over them.`,
            owner: entry.span,
            fixes: () => removalFix(doc.source, node, entry, 'suggestion'),
          };
        }
      }
    }
  },
});
