import { extensions, topLevelKeys } from '../../engine/compose/order/keys.js';
import { disorder, ownEntries } from '../../engine/compose/order/names.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'unsorted-top-level-keys',
  language: 'compose',
  title: 'Write the sections of a file in the usual order',
  severity: 'info',
  profile: 'all',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/',
  tags: ['style'],
  equivalents: { dclint: ['top-level-properties-order'] },
  differs: {
    'top-level-properties-order':
      'Keys that are not in the order come last and stay there; keys with x- keep their order among themselves.',
  },
  fixes: ['safe'],
  options: {
    order: {
      type: 'strings',
      default: topLevelKeys,
      description: 'The keys in the order wanted; x-properties stands for all that start with x-.',
    },
  },

  *check(doc, { options }) {
    const order = options['order'] as readonly string[];
    const placeOf = (key: string): number => {
      const place = order.indexOf(key.startsWith('x-') ? extensions : key);
      return place < 0 ? order.length : place;
    };
    for (const root of doc.roots) {
      const entries = ownEntries(root);
      const finding = disorder(
        doc,
        {
          node: root,
          ranks: entries.map(({ key }) => placeOf(key)),
          places: entries.map(({ key, keySpan, span }) => ({ name: key, span: keySpan, owner: span })),
        },
        {
          message: (key, above) =>
            `${shown(key)} belongs above ${shown(above)}, where people look for it in a Compose file.`,
          title: 'Sort the sections',
        },
      );
      if (finding !== undefined) yield finding;
    }
  },
});
