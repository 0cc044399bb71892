import { itemsOf, textField } from '../../engine/compose/forms/pieces.js';
import { alphabetical, disorder, ownEntries, type Ordered } from '../../engine/compose/order/names.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'unsorted-depends-on',
  language: 'compose',
  title: 'Keep the names under depends_on in alphabetical order',
  severity: 'info',
  profile: 'all',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/services/#depends_on',
  tags: ['style', 'services'],
  equivalents: { dclint: ['service-dependencies-alphabetical-order'] },
  fixes: ['safe'],

  *check(doc) {
    const seen = new Set<ComposeNode>();
    for (const service of doc.services.values()) {
      const node = service.get('depends_on');
      if (node === undefined || node.kind === 'scalar' || node.tag === 'reset' || seen.has(node)) continue;
      seen.add(node);
      const places = node.kind === 'map' ? ofMap(ownEntries(node)) : ofList(node);
      const ranks = alphabetical(places.map(({ name }) => name));
      const finding = disorder(
        doc,
        { node, ranks, places },
        {
          message: (name, above) =>
            `${shown(name)} comes before ${shown(above)} in the alphabet; the order here has no meaning for Compose.`,
          title: 'Sort the names',
        },
      );
      if (finding !== undefined) yield finding;
    }
  },
});

function ofMap(entries: ReturnType<typeof ownEntries>): Ordered['places'] {
  return entries.map(({ key, keySpan, span }) => ({ name: key, span: keySpan, owner: span }));
}

/** None where a variable decides a name. */
function ofList(node: ComposeNode): Ordered['places'] {
  const places = itemsOf(node).flatMap((item) => {
    const name = textField(item)?.value;
    return name === undefined ? [] : [{ name, span: item.span, owner: item.span }];
  });
  return node.kind === 'list' && places.length === node.items.length ? places : [];
}
