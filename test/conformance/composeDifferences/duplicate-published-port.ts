import { composeDifferences } from '../../../server/tools/conformance/compose/differences.js';
import type { ComposeDocument, Service } from '../../../server/src/engine/compose/types.js';
import type { PortMapping } from '../../../server/src/engine/compose/forms/ports.js';
import { all, dclintRules, hasProfile, isBrought, portsOf, services } from '../compose.js';

const source = `${dclintRules}/no-duplicate-exported-ports-rule.ts`;
const shared = {
  rule: 'duplicate-published-port',
  code: 'no-duplicate-exported-ports',
  class: 'upstream',
  source,
  neighbour: services(
    ...['one:', '  image: node:24', '  ports: ["127.0.0.1:80:80"]'],
    ...['two:', '  image: node:24', '  ports: ["127.0.0.1:80:81"]'],
  ),
} as const;

/** Mappings of a service, and those of others whose number dclint takes for the same. */
function meetings(
  doc: ComposeDocument,
  service: Service | undefined,
): readonly (readonly [PortMapping, PortMapping])[] {
  const others = all(doc).filter((other) => other !== service && !hasProfile(other));
  return portsOf(service).flatMap((mine) =>
    others.flatMap(portsOf).flatMap((other): readonly (readonly [PortMapping, PortMapping])[] => {
      const [a, b] = [mine, other].map(({ published, target }) => (published ?? target).value);
      return a !== undefined && b !== undefined && a.first <= b.last && b.first <= a.last ? [[mine, other]] : [];
    }),
  );
}

export default composeDifferences(
  {
    ...shared,
    side: 'ours',
    reason: 'dclint does not follow the merge key that brings the ports.',
    example: `x-base: &base\n  image: node:24\n  ports: ["127.0.0.1:80:80"]\n${services('one:', '  <<: *base', 'two:', '  <<: *base')}`,
    accepts: ({ service }) => isBrought(service, 'ports'),
  },
  {
    ...shared,
    side: 'theirs',
    reason: 'dclint does not look at the addresses of the host: the same port on another address is another one.',
    example: services(
      ...['one:', '  image: node:24', '  ports: ["127.0.0.1:80:80"]'],
      ...['two:', '  image: node:24', '  ports: ["127.0.0.2:80:81"]'],
    ),
    accepts: ({ doc, service }) => {
      const met = meetings(doc, service);
      return (
        met.length > 0 &&
        met.every(([{ hostIp: a }, { hostIp: b }]) => a !== undefined && b !== undefined && a.value !== b.value)
      );
    },
  },
  {
    ...shared,
    side: 'theirs',
    reason: 'dclint takes the port of the container for one of the host where none of the host is named.',
    example: services('one:', '  image: node:24', '  ports: ["80"]', 'two:', '  image: node:24', '  ports: ["80"]'),
    accepts: ({ doc, service }) => {
      const met = meetings(doc, service);
      return met.length > 0 && met.every((both) => both.some(({ published }) => published === undefined));
    },
  },
  {
    ...shared,
    side: 'theirs',
    reason: 'dclint does not look at profiles: services of different ones stand in for one another.',
    example: services(
      ...['one:', '  image: node:24', '  profiles: [one]', '  ports: ["127.0.0.1:80:80"]'],
      ...['two:', '  image: node:24', '  profiles: [two]', '  ports: ["127.0.0.1:80:80"]'],
    ),
    accepts: ({ service }) => hasProfile(service),
  },
);
