import { composeDifferences } from '../../../server/tools/conformance/compose/differences.js';
import { dclintRules, services } from '../compose.js';

export default composeDifferences({
  rule: 'unsorted-services',
  code: 'services-alphabetical-order',
  side: 'theirs',
  class: 'upstream',
  source: `${dclintRules}/services-alphabetical-order-rule.ts`,
  reason: 'In the order that dclint wants an alias stands above its anchor, and nobody can read the file.',
  example: services('web: &web', '  image: nginx:1.29', 'api: *web'),
  neighbour: services('web:', '  image: nginx:1.29', 'api:', '  image: nginx:1.29'),
  accepts: ({ doc }) => {
    const rows = [...(doc.roots[0]?.entries ?? [])].flatMap(({ key, value }) =>
      key === 'services' && value?.kind === 'map' ? value.entries.filter(({ merged }) => !merged) : [],
    );
    const texts = rows.map(({ span }) => doc.source.slice(span));
    const holds = (above: number, below: number): boolean =>
      [...(texts[above] ?? '').matchAll(/&([\w-]+)/g)].some(([, anchor]) =>
        new RegExp(`\\*${anchor}\\b`).test(texts[below] ?? ''),
      );
    // Each that comes too late has something between that must stay above it.
    const late = rows.flatMap(({ key }, below) =>
      rows.slice(0, below).flatMap((row, above) => (row.key.localeCompare(key) > 0 ? [[above, below] as const] : [])),
    );
    return (
      late.length > 0 &&
      late.every(([above, below]) => rows.some((_, row) => row >= above && row < below && holds(row, below)))
    );
  },
});
