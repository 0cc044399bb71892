import { composeDifferences } from '../../../server/tools/conformance/compose/differences.js';
import { dclintRules, services } from '../compose.js';

export default composeDifferences({
  rule: 'unsorted-top-level-keys',
  code: 'top-level-properties-order',
  side: 'theirs',
  class: 'deliberate',
  source: `${dclintRules}/top-level-properties-order-rule.ts`,
  reason: 'Keys with x- may stand in any order among themselves, as they often need the anchors of one another.',
  example: `x-b: 1\nx-a: 2\n${services('web:', '  image: nginx:1.29')}`,
  neighbour: `x-b: 1\n${services('web:', '  image: nginx:1.29')}x-a: 2\n`,
  accepts: ({ doc }) => {
    const keys = (doc.roots[0]?.entries ?? []).map(({ key }) => key);
    const own = keys.filter((key) => key.startsWith('x-'));
    const isFirst = own.every((key, index) => keys[index] === key);
    return isFirst && own.some((key, index) => index > 0 && key.localeCompare(own[index - 1] ?? '') < 0);
  },
});
