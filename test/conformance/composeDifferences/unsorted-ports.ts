import { composeDifferences } from '../../../server/tools/conformance/compose/differences.js';
import type { Service } from '../../../server/src/engine/compose/types.js';
import { dclintRules, isBrought, ownItems, portsOf, services, written } from '../compose.js';

const shared = {
  rule: 'unsorted-ports',
  code: 'service-ports-alphabetical-order',
  side: 'theirs',
  class: 'upstream',
  neighbour: services('web:', '  image: nginx:1.29', '  ports: ["127.0.0.1:81:81", "127.0.0.1:80:80"]'),
} as const;
const parser = 'https://github.com/zavoloklom/docker-compose-linter/blob/main/src/util/service-ports-parser.ts';

/** Whether the ports that are known stand in order. */
function inOrder(service: Service | undefined): boolean {
  const ports = portsOf(service).map(({ published, target }) => (published ?? target).value?.first);
  return ports.every((port, index) => index === 0 || port === undefined || port >= (ports[index - 1] ?? 0));
}

function isVariable(service: Service | undefined): boolean {
  return ownItems(service, 'ports').some((item) =>
    [item, item.kind === 'map' ? item.get('published') : undefined].some((node) => written(node).includes('$')),
  );
}

/** Whether dclint finds the ports in order: of a text it takes what stands in front of the first colon or behind an address. */
function inTheirOrder(service: Service | undefined): boolean {
  const ports = ownItems(service, 'ports').map((item) => {
    const [first = '', second = ''] = written(item.kind === 'map' ? item.get('published') : item).split(/[:/]/);
    return /^(?:\d+\.){3}\d+$/.test(first) ? second : first;
  });
  return ports.every((port, at) => at === 0 || port.localeCompare(ports[at - 1] ?? '', 'en', { numeric: true }) >= 0);
}

export default composeDifferences(
  {
    ...shared,
    source: `${dclintRules}/service-ports-alphabetical-order-rule.ts`,
    reason: 'dclint sorts by the name of the variable, or by half of it, and not by the port that is in it.',
    example: services('web:', '  image: nginx:1.29', '  ports: ["${PORT_B}:80", "${PORT_A}:81"]'),
    accepts: ({ service }) =>
      isVariable(service) &&
      (inOrder(service) || portsOf(service).some(({ published, target }) => (published ?? target).value === undefined)),
  },
  {
    ...shared,
    side: 'ours',
    source: parser,
    reason: 'dclint takes a variable in front for the port, though it is the address, and sorts by its name.',
    example: services('web:', '  image: nginx:1.29', '  ports: ["$ADDRESS:443:443", "$ADDRESS:110:110"]'),
    accepts: ({ service }) => isVariable(service) && !inOrder(service) && inTheirOrder(service),
  },
  {
    ...shared,
    side: 'ours',
    source: `${dclintRules}/service-ports-alphabetical-order-rule.ts`,
    reason: 'dclint does not follow the anchor or the merge key that brings the ports.',
    example: `x-web: &web\n  image: nginx:1.29\n  ports: ["81:81", "80:80"]\n${services('web:', '  <<: *web')}`,
    accepts: ({ service }) => service === undefined || isBrought(service, 'ports'),
  },
  {
    ...shared,
    source: parser,
    reason: 'dclint takes the port for none where the host chooses one, and not for that of the container.',
    example: services('web:', '  image: nginx:1.29', '  ports: ["127.0.0.1:80:80", "127.0.0.1::81"]'),
    accepts: ({ service }) =>
      !isVariable(service) && inOrder(service) && portsOf(service).some(({ published }) => published === undefined),
  },
  {
    ...shared,
    source: parser,
    reason: 'Compose refuses the ports; dclint does not look whether they can be read.',
    example: services('web:', '  image: nginx:1.29', '  ports: ["80:http", "8o:81"]'),
    accepts: ({ service }) => !isVariable(service) && portsOf(service).length < ownItems(service, 'ports').length,
  },
);
