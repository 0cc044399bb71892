import { composeDifferences } from '../../../server/tools/conformance/compose/differences.js';
import { layoutOf } from '../../../server/src/engine/compose/edits/layout.js';
import { isPlainText } from '../../../server/src/engine/compose/edits/write.js';
import type { ScalarNode } from '../../../server/src/engine/compose/tree/types.js';
import type { ComposeDocument } from '../../../server/src/engine/compose/types.js';
import { all, dclintRules, ownItems, services } from '../compose.js';

const shared = { rule: 'quoted-volume', code: 'no-quotes-in-volumes', class: 'upstream' } as const;
const source = `${dclintRules}/no-quotes-in-volumes-rule.ts`;
const neighbour = services('web:', '  image: nginx:1.29', '  volumes: ["./a:/a"]');

/** Volumes in quotes or as blocks, as far as services have them themselves. */
function quotedIn(doc: ComposeDocument): readonly ScalarNode[] {
  return all(doc)
    .flatMap((service) => ownItems(service, 'volumes'))
    .filter((node): node is ScalarNode => node.kind === 'scalar' && node.style !== 'plain');
}

export default composeDifferences(
  {
    ...shared,
    side: 'ours',
    source,
    reason: 'dclint does not look at the anchor that brings the volumes.',
    example: `x-base: &base\n  image: nginx:1.29\n  volumes: ["./a:/a"]\n${services('web:', '  <<: *base')}`,
    neighbour,
    accepts: ({ doc }) => quotedIn(doc).length === 0,
  },
  {
    ...shared,
    side: 'theirs',
    source,
    reason: 'Without these quotes YAML reads another text or none, and the fix of dclint writes such a file.',
    example: services('web:', '  image: nginx:1.29', '  volumes:', '    - "./a #1:/a"'),
    neighbour,
    accepts: ({ doc }) => {
      const quoted = quotedIn(doc);
      return (
        quoted.length > 0 &&
        quoted.every((node) => {
          const { text } = node.text;
          const isSame = doc.source.slice(node.span).slice(1, -1) === text;
          return !isSame || !isPlainText(text, layoutOf(doc).inBrackets.has(node));
        })
      );
    },
  },
);
