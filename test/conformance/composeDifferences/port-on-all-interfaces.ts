import { composeDifferences } from '../../../server/tools/conformance/compose/differences.js';
import { textOf } from '../../../server/src/engine/compose/security/defaults.js';
import { isMeantForAll } from '../../../server/src/engine/compose/security/ports.js';
import { dclintRules, isBrought, ownItems, portsOf, services, written } from '../compose.js';

const shared = { rule: 'port-on-all-interfaces', code: 'no-unbound-port-interfaces' } as const;
const source = `${dclintRules}/no-unbound-port-interfaces-rule.ts`;
const parser = 'https://github.com/zavoloklom/docker-compose-linter/blob/main/src/util/service-ports-parser.ts';
const neighbour = services('web:', '  image: node:24', '  ports: ["80:80"]');

export default composeDifferences(
  {
    ...shared,
    side: 'ours',
    class: 'upstream',
    source: parser,
    reason: 'dclint takes 0.0.0.0 for one address; it is every address of the host.',
    example: services('web:', '  image: node:24', '  ports: ["0.0.0.0:80:80"]'),
    neighbour,
    accepts: ({ service }) =>
      portsOf(service).length > 0 && portsOf(service).every(({ hostIp }) => hostIp !== undefined),
  },
  {
    ...shared,
    side: 'ours',
    class: 'upstream',
    source,
    reason: 'dclint does not follow the anchor or the merge key that brings the ports.',
    example: `x-base: &base\n  image: node:24\n  ports: ["80:80"]\n${services('web:', '  <<: *base')}`,
    neighbour,
    accepts: ({ service }) => service === undefined || isBrought(service, 'ports'),
  },
  {
    ...shared,
    side: 'theirs',
    class: 'deliberate',
    reason: 'Ports 80 and 443 of a known proxy and the UDP port of a VPN are meant for everybody.',
    example: services('web:', '  image: traefik:v3.6', '  ports: ["80:80"]'),
    neighbour: services('web:', '  image: traefik:v3.6', '  ports: ["80:80", "9000:9000"]'),
    accepts: ({ service }) => {
      const open = portsOf(service).filter(({ hostIp }) => hostIp === undefined);
      return service !== undefined && open.length > 0 && open.every((mapping) => isMeantForAll(service, mapping));
    },
  },
  {
    ...shared,
    side: 'theirs',
    class: 'unknowable',
    reason: 'A variable is the whole mapping or its address, and nobody knows what is in it.',
    example: services('web:', '  image: node:24', '  ports: ["${PORT}"]'),
    neighbour: services('web:', '  image: node:24', '  ports: ["${PORT}:80"]'),
    accepts: ({ service }) => {
      const items = ownItems(service, 'ports').map(written);
      const unclear = items.filter((item) => /^\$(?:\w+|\{\w+\})(?::\d+:\d+)?$/.test(item));
      return unclear.length > 0 && items.every((item) => unclear.includes(item) || /^(?:127\.|\[)/.test(item));
    },
  },
  {
    ...shared,
    side: 'theirs',
    class: 'upstream',
    source: parser,
    reason: 'dclint does not read the default of the variable that is the address.',
    example: services('web:', '  image: node:24', '  ports: ["${ADDRESS:-127.0.0.1}:80:80"]'),
    neighbour,
    accepts: ({ service }) => {
      const items = ownItems(service, 'ports').map(written);
      const bound = items.filter((item) => /^\$\{\w+:?-(?:127\.|\[)/.test(item));
      return bound.length > 0 && items.every((item) => bound.includes(item) || /^(?:127\.|\[)/.test(item));
    },
  },
  {
    ...shared,
    side: 'theirs',
    class: 'upstream',
    source: parser,
    reason: 'Compose refuses the port and opens none; dclint does not look whether it can be read.',
    example: services('web:', '  image: node:24', '  ports: ["80:http"]'),
    neighbour,
    accepts: ({ service }) => ownItems(service, 'ports').length > 0 && portsOf(service).length === 0,
  },
  {
    ...shared,
    side: 'theirs',
    class: 'upstream',
    source,
    reason: 'On the network of the host Compose passes the ports over; dclint does not look at the network.',
    example: services('web:', '  image: node:24', '  network_mode: host', '  ports: ["80:80"]'),
    neighbour,
    accepts: ({ service }) => textOf(service?.get('network_mode'))?.value === 'host',
  },
);
