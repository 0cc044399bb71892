import { textField } from '../../engine/compose/forms/pieces.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { valuesAt } from '../../engine/compose/values/places.js';
import { removalFix } from '../../engine/compose/edits/remove.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'device-count-with-ids',
  language: 'compose',
  title: 'Ask for a number of devices or for certain ones',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/deploy/#devices',
  tags: ['conflicts'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    const seen = new Set<ComposeNode>();
    for (const service of doc.services.values()) {
      for (const way of ['deploy.resources.reservations.devices.*', 'gpus.*']) {
        for (const { node } of valuesAt(service.map, way)) {
          if (node.kind !== 'map' || seen.has(node)) continue;
          seen.add(node);
          const count = node.entry('count');
          const ids = node.entry('device_ids');
          const value =
            count?.value?.kind === 'scalar' && typeof count.value.value === 'string'
              ? textField(count.value)
              : undefined;
          if (count !== undefined && ids !== undefined) {
            yield {
              at: count.keySpan,
              message: 'count takes any devices and device_ids certain ones, so Compose refuses the two together.',
              owner: node.span,
              fixes: () => [count, ids].flatMap((entry) => removalFix(doc.source, node, entry, 'suggestion')),
            };
          } else if (value?.value !== undefined && !/^(?:all|[+-]?\d+)$/i.test(value.value)) {
            yield { at: value.span, message: `The count of devices is a number or all, not ${shown(value.value)}.` };
          }
        }
      }
    }
  },
});
