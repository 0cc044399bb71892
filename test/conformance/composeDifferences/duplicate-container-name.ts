import { composeDifferences } from '../../../server/tools/conformance/compose/differences.js';
import { all, dclintRules, isBrought, neverMeet, services, written } from '../compose.js';

const source = `${dclintRules}/no-duplicate-container-names-rule.ts`;

export default composeDifferences(
  {
    rule: 'duplicate-container-name',
    code: 'no-duplicate-container-names',
    side: 'ours',
    class: 'upstream',
    source,
    reason: 'dclint does not follow the merge key or the service that brings the name.',
    example: `x-base: &base\n  image: node:24\n  container_name: worker\n${services('one:', '  <<: *base', 'two:', '  <<: *base')}`,
    neighbour: services(
      ...['one:', '  image: node:24', '  container_name: worker'],
      ...['two:', '  image: node:24', '  container_name: worker'],
    ),
    accepts: ({ service }) => isBrought(service, 'container_name'),
  },
  {
    rule: 'duplicate-container-name',
    code: 'no-duplicate-container-names',
    side: 'theirs',
    class: 'upstream',
    source,
    reason: 'dclint does not look at profiles: services of different ones stand in for one another.',
    example: services(
      ...['one:', '  image: node:24', '  profiles: [one]', '  container_name: worker'],
      ...['two:', '  image: node:24', '  profiles: [two]', '  container_name: worker'],
    ),
    neighbour: services(
      ...['one:', '  image: node:24', '  container_name: worker'],
      ...['two:', '  image: node:24', '  container_name: worker'],
    ),
    accepts: ({ doc, service }) => {
      const name = written(service?.get('container_name'));
      const others = all(doc).filter((other) => other !== service && written(other.get('container_name')) === name);
      return service !== undefined && others.length > 0 && others.every((other) => neverMeet(service, other));
    },
  },
);
