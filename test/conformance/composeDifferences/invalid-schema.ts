import { composeDifferences } from '../../../server/tools/conformance/compose/differences.js';
import type { ComposeNode } from '../../../server/src/engine/compose/tree/types.js';
import { valuesAt } from '../../../server/src/engine/compose/values/places.js';
import { all, services, written } from '../compose.js';

const schema = 'https://github.com/compose-spec/compose-go/blob/main/schema/compose-spec.json';
const neighbour = services('web:', '  image: nginx:1.29', '  cap_add: NET_ADMIN');

/** Keys that the schema of dclint is too old for. */
function isNew(node: ComposeNode | undefined): boolean {
  if (node?.kind !== 'map') return false;
  const models = node.get('models');
  return (
    node.entry('pre_start') !== undefined ||
    (models?.kind === 'map' && models.entries.some(({ value }) => value?.kind !== 'map')) ||
    valuesAt(node, 'develop.watch.*').some(({ node: one }) => one.kind === 'map' && one.entry('initial_sync')) ||
    ['no_cache_filter', 'provenance', 'sbom'].some((key) => valuesAt(node, `build.${key}`).length > 0)
  );
}

export default composeDifferences(
  {
    rule: 'schema-mismatch',
    code: 'invalid-schema',
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/compose-spec/compose-go/blob/main/override/uncity.go',
    reason: 'Compose drops what a list of names holds twice before it looks at the file; dclint refuses it.',
    example: 'services:\n  web:\n    image: nginx:1.29\n    cap_add: [NET_ADMIN, NET_ADMIN]\n',
    neighbour: 'services:\n  web:\n    image: nginx:1.29\n    cap_add: NET_ADMIN\n',
    accepts: ({ doc }) =>
      [...doc.services.values()].some((service) =>
        ['cap_add', 'cap_drop', 'environment'].some((key) => {
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
  {
    rule: 'schema-mismatch',
    code: 'invalid-schema',
    side: 'theirs',
    class: 'upstream',
    source: schema,
    reason: 'The schema of dclint is older than the keys that Compose takes.',
    example: services('web:', '  image: nginx:1.29', '  build: { context: ., sbom: true }'),
    neighbour,
    accepts: ({ doc }) => all(doc).some(({ map }) => isNew(map)),
  },
  {
    rule: 'schema-mismatch',
    code: 'invalid-schema',
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/compose-spec/compose-go/blob/main/loader/loader.go',
    reason:
      'Compose puts variables in before it looks at the file; dclint compares the variable with the words allowed.',
    example: services('web:', '  image: nginx:1.29', '  volumes:', '    - type: ${TYPE}', '      target: /a'),
    neighbour,
    accepts: ({ doc }) =>
      all(doc).some(({ map }) => valuesAt(map, 'volumes.*.type').some(({ node }) => written(node).includes('$'))),
  },
  {
    rule: 'schema-mismatch',
    code: 'invalid-schema',
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/compose-spec/compose-go/blob/main/loader/reset.go',
    reason: 'Compose takes away what !reset stands at before it looks at the file.',
    example: services('web:', '  image: nginx:1.29', '  networkz: !reset null'),
    neighbour,
    accepts: ({ doc }) =>
      [...doc.roots, ...doc.roots.map((root) => root.get('services')), ...all(doc).map(({ map }) => map)].some(
        (node) => node?.kind === 'map' && node.entries.some(({ value }) => value?.tag === 'reset'),
      ),
  },
  {
    rule: 'schema-mismatch',
    code: 'invalid-schema',
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/compose-spec/compose-go/blob/main/loader/loader.go',
    path: 'compose.override.yaml',
    reason: 'What is missing in a file that is laid over another stands there; dclint takes each file for whole.',
    example: services('web:', '  depends_on:', '    db: { restart: true }'),
    neighbour,
    accepts: ({ doc }) =>
      doc.path?.includes('override') === true &&
      all(doc).some(({ map }) =>
        valuesAt(map, 'depends_on').some(
          ({ node }) =>
            node.kind === 'map' &&
            node.entries.some(({ value }) => value?.kind === 'map' && value.entry('condition') === undefined),
        ),
      ),
  },
);
