import { readPorts } from '../../engine/compose/forms/ports.js';
import { disorder } from '../../engine/compose/order/names.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'unsorted-ports',
  language: 'compose',
  title: 'Keep published ports in numeric order',
  severity: 'info',
  profile: 'all',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/services/#ports',
  tags: ['style', 'ports'],
  equivalents: { dclint: ['service-ports-alphabetical-order'] },
  differs: {
    'service-ports-alphabetical-order':
      'A port that a variable decides is in order wherever it stands, so such a list is left alone.',
  },
  fixes: ['safe'],

  *check(doc) {
    const seen = new Set<ComposeNode>();
    for (const service of doc.services.values()) {
      const node = service.get('ports');
      if (node?.kind !== 'list' || node.tag === 'reset' || seen.has(node)) continue;
      seen.add(node);
      const ports = readPorts(node).mappings.flatMap(({ node: item, published, target }) => {
        const port = (published ?? target).value;
        return port === undefined ? [] : [{ name: String(port.first), port, span: item.span }];
      });
      if (ports.length !== node.items.length) continue;
      const ranks = ports.map(({ port }) => port.first * 100_000 + port.last);
      const places = ports.map(({ name, span }) => ({ name, span, owner: span }));
      const finding = disorder(
        doc,
        { node, ranks, places },
        {
          message: (port, above) => `Port ${port} belongs above ${above}; in order, a port is found at once.`,
          title: 'Sort the ports',
        },
      );
      if (finding !== undefined) yield finding;
    }
  },
});
