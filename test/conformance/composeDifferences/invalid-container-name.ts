import { composeDifferences } from '../../../server/tools/conformance/compose/differences.js';
import { dclintRules, services, written } from '../compose.js';

const shared = {
  rule: 'invalid-container-name',
  code: 'service-container-name-regex',
  side: 'theirs',
  class: 'upstream',
  neighbour: services('web:', '  image: nginx:1.29', '  container_name: web app'),
} as const;

export default composeDifferences(
  {
    ...shared,
    source: `${dclintRules}/service-container-name-regex-rule.ts`,
    reason: 'dclint takes the variable for the name that Compose puts in its place.',
    example: services('web:', '  image: nginx:1.29', '  container_name: ${NAME}'),
    accepts: ({ service }) => written(service?.get('container_name')).includes('$'),
  },
  {
    ...shared,
    source: 'https://github.com/moby/moby/blob/master/daemon/names.go',
    reason: 'Docker takes a slash in front of the name away before it looks at the name.',
    example: services('web:', '  image: nginx:1.29', '  container_name: /web'),
    accepts: ({ service }) => /^\/[a-zA-Z0-9][\w.-]+$/.test(written(service?.get('container_name'))),
  },
  {
    ...shared,
    source: `${dclintRules}/service-container-name-regex-rule.ts`,
    reason: 'dclint looks at a name that !reset takes away.',
    example: services('web:', '  image: nginx:1.29', '  container_name: !reset web app'),
    accepts: ({ service }) => service?.get('container_name')?.tag === 'reset',
  },
);
