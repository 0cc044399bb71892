import { composeDifferences } from '../../../server/tools/conformance/compose/differences.js';
import { ownItems, services } from '../compose.js';

export default composeDifferences({
  rule: 'unquoted-port',
  code: 'require-quotes-in-ports',
  side: 'theirs',
  class: 'upstream',
  source: 'https://github.com/zavoloklom/docker-compose-linter/blob/main/docs/rules/require-quotes-in-ports-rule.md',
  reason:
    'The quotes are there for digits with colons, which older readers take for a number; a port alone and a variable are none.',
  example: services('web:', '  image: nginx:1.29', '  ports:', '    - 80', '    - ${PORT}:81'),
  neighbour: services('web:', '  image: nginx:1.29', '  ports:', '    - 80:80'),
  accepts: ({ doc, service }) => {
    const plain = ownItems(service, 'ports').filter((node) => node.kind === 'scalar' && node.style === 'plain');
    return plain.length > 0 && plain.every(({ span }) => !/^[\d.]+:/.test(doc.source.slice(span)));
  },
});
