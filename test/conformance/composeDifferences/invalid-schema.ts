import { composeDifferences } from '../../../server/tools/conformance/compose/differences.js';

export default composeDifferences(
  {
    rule: 'schema-mismatch',
    code: 'invalid-schema',
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/compose-spec/compose-go/blob/main/override/uncity.go',
    reason: 'Compose drops a capability that is named twice before it looks at the file; dclint refuses it.',
    example: 'services:\n  web:\n    image: nginx:1.29\n    cap_add: [NET_ADMIN, NET_ADMIN]\n',
    neighbour: 'services:\n  web:\n    image: nginx:1.29\n    cap_add: NET_ADMIN\n',
    accepts: ({ doc }) =>
      [...doc.services.values()].some((service) =>
        ['cap_add', 'cap_drop'].some((key) => {
          const node = service.get(key);
          const names = node?.kind === 'list' ? node.items.map((item) => item.kind === 'scalar' && item.value) : [];
          return new Set(names).size < names.length;
        }),
      ),
  },
  {
    rule: 'schema-mismatch',
    code: 'invalid-schema',
    side: 'ours',
    class: 'upstream',
    source: 'https://github.com/compose-spec/compose-go/blob/main/loader/interpolate.go',
    reason: 'Compose makes a number of the text at scale before it looks at the file, and this text is none.',
    example: 'services:\n  web:\n    image: nginx:1.29\n    scale: two\n',
    neighbour: 'services:\n  web:\n    image: nginx:1.29\n    scale: [two]\n',
    accepts: ({ doc, message }) =>
      /^`scale` takes a whole number/.test(message) &&
      [...doc.services.values()].some((service) => service.get('scale')?.kind === 'scalar'),
  },
);
