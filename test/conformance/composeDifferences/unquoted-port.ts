import { composeDifferences } from '../../../server/tools/conformance/compose/differences.js';
import { dclintRules, isBrought, ownItems, services } from '../compose.js';

const shared = { rule: 'unquoted-port', code: 'require-quotes-in-ports', class: 'upstream' } as const;

export default composeDifferences(
  {
    ...shared,
    side: 'theirs',
    source: 'https://github.com/zavoloklom/docker-compose-linter/blob/main/docs/rules/require-quotes-in-ports-rule.md',
    reason:
      'The quotes are there for digits with colons, which older readers take for a number; a port alone and a variable are none.',
    example: services('web:', '  image: nginx:1.29', '  ports:', '    - 80', '    - ${PORT}:81'),
    neighbour: services('web:', '  image: nginx:1.29', '  ports:', '    - 80:80'),
    accepts: ({ doc, service }) => {
      const plain = ownItems(service, 'ports').filter((node) => node.kind === 'scalar' && node.style === 'plain');
      return plain.length > 0 && plain.every(({ span }) => !/^[\d.]+:/.test(doc.source.slice(span)));
    },
  },
  {
    ...shared,
    side: 'ours',
    source: `${dclintRules}/require-quotes-in-ports-rule.ts`,
    reason: 'dclint does not look at an anchor outside of the services, which brings the ports.',
    example: `x-web: &web\n  image: nginx:1.29\n  ports:\n    - 80:80\n${services('web:', '  <<: *web')}`,
    neighbour: services('web:', '  image: nginx:1.29', '  ports:', '    - 80:80'),
    accepts: ({ service }) => service === undefined || isBrought(service, 'ports'),
  },
);
