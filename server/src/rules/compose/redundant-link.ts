import { namesIn } from '../../engine/compose/forms/names.js';
import { textField } from '../../engine/compose/forms/pieces.js';
import type { ComposeNode, MapEntry } from '../../engine/compose/tree/types.js';
import type { ComposeDocument, Service } from '../../engine/compose/types.js';
import { removalOfItem } from '../../engine/compose/edits/remove.js';
import { type Fix, defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'redundant-link',
  language: 'compose',
  title: 'Name a service in depends_on or in links, not in both',
  severity: 'warning',
  profile: 'recommended',
  guide: 'network-aliases',
  link: 'https://docs.docker.com/reference/compose-file/services/#links',
  tags: ['references'],
  equivalents: {},
  fixes: ['safe'],

  *check(doc) {
    const seen = new Set<ComposeNode>();
    for (const service of doc.services.values()) {
      const links = service.entry('links');
      const depends = new Set(namesIn(service.get('depends_on')).map(({ name }) => name));
      if (links?.value?.kind !== 'list' || depends.size === 0) continue;
      for (const item of links.value.items) {
        const name = textField(item)?.value;
        const [first = '', alias = first] = name?.split(':') ?? [];
        if (name === undefined || alias !== first || !depends.has(first) || seen.has(item)) continue;
        seen.add(item);
        yield {
          at: item.span,
          message: `depends_on names ${shown(first)} already, and services reach one another by name on a network that they share, so this link adds nothing.`,
          owner: item.span,
          fixes: () => removing(doc, service, links, item),
        };
      }
    }
  },
});

function removing(doc: ComposeDocument, service: Service, links: MapEntry, item: ComposeNode): readonly Fix[] {
  // Without a network in common the link may be all that joins them.
  if (service.get('network_mode') !== undefined) return [];
  const edits = removalOfItem(doc.source, service.map, links, item);
  return edits === undefined ? [] : [{ title: 'Remove the link', safety: 'safe', edits: () => edits }];
}
