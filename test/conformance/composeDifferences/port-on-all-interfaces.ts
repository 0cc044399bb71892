import { composeDifferences } from '../../../server/tools/conformance/compose/differences.js';
import { readPorts } from '../../../server/src/engine/compose/forms/ports.js';
import { defaultsIn, textOf } from '../../../server/src/engine/compose/forms/defaults.js';
import { isMeantForAll } from '../../../server/src/engine/compose/security/ports.js';
import type { ComposeNode } from '../../../server/src/engine/compose/tree/types.js';
import type { Service } from '../../../server/src/engine/compose/types.js';
import { dclintRules, isBrought, ownItems, portsOf, services, written } from '../compose.js';

const shared = { rule: 'port-on-all-interfaces', code: 'no-unbound-port-interfaces' } as const;
const source = `${dclintRules}/no-unbound-port-interfaces-rule.ts`;
const parser = 'https://github.com/zavoloklom/docker-compose-linter/blob/main/src/util/service-ports-parser.ts';
const neighbour = services('web:', '  image: node:24', '  ports: ["80:80"]');

type Kind = 'bound' | 'default' | 'unclear' | 'other';

/** What the address of an item of ports is, by its text. */
function kindOf(item: ComposeNode): Kind {
  if (item.kind === 'map') return item.entry('host_ip') === undefined ? 'other' : 'bound';
  const text = written(item);
  if (/^(?:\d+\.){3}\d+:|^\[/.test(text)) return 'bound';
  if (/^\$\{\w+:?-(?:127\.|\[)/.test(text)) return 'default';
  return /^\$(?:\w+|\{\w+\})(?::\d+:\d+)?$/.test(text) ? 'unclear' : 'other';
}

/** Whether some ports of a service are of a kind, and all the rest of others. */
function has(service: Service | undefined, kind: Kind, others: readonly Kind[]): boolean {
  const all = ownItems(service, 'ports').map(kindOf);
  return all.includes(kind) && all.every((each) => each === kind || others.includes(each));
}

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
      portsOf(service).length > 0 &&
      portsOf(service).every(({ hostIp, node }) => hostIp !== undefined && !written(node).startsWith('$')),
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
      if (ownItems(service, 'ports').some((item) => written(item).includes('$'))) return false;
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
    accepts: ({ service }) => has(service, 'unclear', ['bound', 'default']),
  },
  {
    ...shared,
    side: 'theirs',
    class: 'upstream',
    source: parser,
    reason: 'dclint does not read the default of the variable that is the address.',
    example: services('web:', '  image: node:24', '  ports: ["${ADDRESS:-127.0.0.1}:80:80"]'),
    neighbour,
    accepts: ({ service }) => has(service, 'default', ['bound']),
  },
  {
    ...shared,
    side: 'theirs',
    class: 'upstream',
    source: parser,
    reason: 'Compose refuses the port and opens none; dclint does not look whether it can be read.',
    example: services('web:', '  image: node:24', '  ports: ["80:http"]'),
    neighbour,
    accepts: ({ service }) => {
      const read = portsOf(service);
      return read.length < ownItems(service, 'ports').length && read.every(({ hostIp }) => hostIp !== undefined);
    },
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
  {
    ...shared,
    side: 'theirs',
    class: 'unknowable',
    reason: 'A variable says which port of a proxy is open, and ports 80 and 443 are meant for everybody.',
    example: services('web:', '  image: traefik:v3.6', '  ports: ["${PORT:-80}:80"]'),
    neighbour: services('web:', '  image: traefik:v3.6', '  ports: ["${PORT:-9000}:80"]'),
    accepts: ({ service }) => {
      const ports = service?.get('ports');
      const open = readPorts(ports, defaultsIn(ports)).mappings.filter(({ hostIp }) => hostIp === undefined);
      return (
        service !== undefined &&
        ownItems(service, 'ports').some((item) => written(item).includes('$')) &&
        open.length > 0 &&
        open.every((mapping) => isMeantForAll(service, mapping))
      );
    },
  },
);
