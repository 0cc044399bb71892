import { composeDifferences } from '../../../server/tools/conformance/compose/differences.js';
import { listed, ownEntries } from '../../../server/src/engine/compose/order/names.js';
import { serviceKeys } from '../../../server/src/engine/compose/order/keys.js';
import { dclintRules, services } from '../compose.js';

export default composeDifferences({
  rule: 'unsorted-service-keys',
  code: 'service-keys-order',
  side: 'theirs',
  class: 'deliberate',
  source: `${dclintRules}/service-keys-order-rule.ts`,
  reason: 'Merge keys come first, as what they bring is what the keys below change.',
  example: `x-base: &base\n  tty: true\n${services('web:', '  <<: *base', '  image: nginx:1.29')}`,
  neighbour: `x-base: &base\n  tty: true\n${services('web:', '  <<: *base', '  restart: always', '  image: nginx:1.29')}`,
  accepts: ({ doc, service }) => {
    const { map } = service ?? {};
    if (map === undefined || !/(?:^|[\n{,])\s*<<\s*:/.test(doc.source.slice(map.span))) return false;
    const ranks = listed(
      ownEntries(map).map(({ key }) => key),
      serviceKeys,
    );
    return ranks.every((rank, index) => index === 0 || rank >= (ranks[index - 1] ?? 0));
  },
});
