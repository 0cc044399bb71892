import { disorder, listed, ownEntries } from '../../engine/compose/order/names.js';
import { serviceKeys } from '../../engine/compose/order/keys.js';
import type { MapNode } from '../../engine/compose/tree/types.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'unsorted-service-keys',
  language: 'compose',
  title: 'Write the keys of every service in the same order',
  severity: 'info',
  profile: 'all',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/services/',
  tags: ['style', 'services'],
  equivalents: { dclint: ['service-keys-order'] },
  differs: {
    'service-keys-order': 'Merge keys come first, and one finding stands for all keys of a service.',
  },
  fixes: ['safe'],
  options: {
    order: {
      type: 'strings',
      default: serviceKeys,
      description: 'The keys in the order wanted; those that are not named come last, in alphabetical order.',
    },
  },

  *check(doc, { options }) {
    const order = options['order'] as readonly string[];
    const seen = new Set<MapNode>();
    for (const { name, map } of doc.services.values()) {
      if (map === undefined || seen.has(map)) continue;
      seen.add(map);
      const entries = ownEntries(map);
      const finding = disorder(
        doc,
        {
          node: map,
          ranks: listed(
            entries.map(({ key }) => key),
            order,
          ),
          places: entries.map(({ key, keySpan, span }) => ({ name: key, span: keySpan, owner: span })),
        },
        {
          message: (key, above) => `In ${shown(name)}, ${shown(key)} belongs above ${shown(above)}.`,
          title: `Sort the keys of ${shown(name)}`,
        },
      );
      if (finding !== undefined) yield finding;
    }
  },
});
