import { composeDifferences } from '../../../server/tools/conformance/compose/differences.js';
import { portClashes, type PortClash } from '../../../server/src/engine/compose/values/published.js';
import type { ComposeDocument, Service } from '../../../server/src/engine/compose/types.js';
import type { PortMapping } from '../../../server/src/engine/compose/forms/ports.js';
import { all, dclintRules, isBrought, needNotMeet, portsOf, services, written } from '../compose.js';

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

interface Meeting {
  readonly mine: PortMapping;
  readonly theirs: PortMapping;
  readonly other: Service;
}

/** Mappings of a service, and those of others whose number dclint takes for the same. */
function meetings(doc: ComposeDocument, service: Service | undefined): readonly Meeting[] {
  const others = all(doc).filter((other) => other !== service);
  return portsOf(service).flatMap((mine) =>
    others.flatMap((other) =>
      portsOf(other).flatMap((theirs): readonly Meeting[] => {
        const [a, b] = [mine, theirs].map(({ published, target }) => (published ?? target).value);
        const isSame = a !== undefined && b !== undefined && a.first <= b.last && b.first <= a.last;
        return isSame ? [{ mine, theirs, other }] : [];
      }),
    ),
  );
}

/** Some meet, and all of them for this reason. */
function every(met: readonly Meeting[], reason: (met: Meeting) => boolean): boolean {
  return met.length > 0 && met.every(reason);
}

function isApart({ mine, theirs }: Meeting): boolean {
  if ([mine, theirs].some(({ node }) => written(node).includes('$'))) return true;
  const [a, b] = [mine.hostIp, theirs.hostIp];
  return a !== undefined && b !== undefined && a.value !== b.value;
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
    side: 'ours',
    reason: 'dclint passes over ports with a variable; their defaults are the same port where nobody sets one.',
    example: services(
      ...['one:', '  image: node:24', '  ports: ["127.0.0.1:${ONE:-80}:80"]'],
      ...['two:', '  image: node:24', '  ports: ["127.0.0.1:${TWO:-80}:81"]'],
    ),
    accepts: ({ doc, service }) => {
      const clashes = portClashes(doc).filter((clash) => clash.service === service);
      const before = ({ firstAt }: PortClash) => doc.source.text.slice(firstAt.start, firstAt.end);
      return (
        clashes.length > 0 &&
        clashes.every((clash) => [written(clash.mapping.node), before(clash)].some((text) => text.includes('$')))
      );
    },
  },
  {
    ...shared,
    side: 'theirs',
    reason:
      'dclint does not look at the addresses of the host and at variables: the same port on another address is another one.',
    example: services(
      ...['one:', '  image: node:24', '  ports: ["127.0.0.1:80:80"]'],
      ...['two:', '  image: node:24', '  ports: ["127.0.0.2:80:81"]'],
    ),
    accepts: ({ doc, service }) => every(meetings(doc, service), isApart),
  },
  {
    ...shared,
    side: 'theirs',
    reason: 'dclint takes the port of the container for one of the host where none of the host is named.',
    example: services('one:', '  image: node:24', '  ports: ["80"]', 'two:', '  image: node:24', '  ports: ["80"]'),
    accepts: ({ doc, service }) =>
      every(
        meetings(doc, service),
        ({ mine, theirs }) => mine.published === undefined || theirs.published === undefined,
      ),
  },
  {
    ...shared,
    side: 'theirs',
    reason: 'dclint does not look at profiles: services of different ones need not run together.',
    example: services(
      ...['one:', '  image: node:24', '  profiles: [one]', '  ports: ["127.0.0.1:80:80"]'],
      ...['two:', '  image: node:24', '  profiles: [two]', '  ports: ["127.0.0.1:80:80"]'],
    ),
    accepts: ({ doc, service }) =>
      service !== undefined &&
      every(meetings(doc, service), (met) => isApart(met) || needNotMeet(service, met.other)) &&
      !portClashes(doc).some((clash) => clash.service === service) &&
      !every(meetings(doc, service), isApart),
  },
);
