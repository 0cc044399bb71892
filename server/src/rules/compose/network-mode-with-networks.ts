import { removalOfEntry } from '../../engine/compose/edits.js';
import { itemsOf } from '../../engine/compose/forms/pieces.js';
import type { ComposeNode, MapEntry } from '../../engine/compose/tree/types.js';
import { defineRule, type Fix } from '../../engine/rule.js';
import type { SourceText } from '../../engine/text/source.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'network-mode-with-networks',
  language: 'compose',
  title: 'Write network_mode or networks, not both',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/compose-file/services/#network_mode',
  tags: ['networks'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    for (const service of doc.services.values()) {
      const mode = service.entry('network_mode');
      const networks = service.entry('networks');
      if (mode === undefined || networks === undefined || !isSet(mode.value) || isEmpty(networks.value)) continue;
      const isMerged = mode.merged && networks.merged;
      yield {
        at: isMerged ? service.nameSpan : (mode.merged ? networks : mode).keySpan,
        message: `${shown(service.name)} has network_mode and networks, which exclude each other, so Compose refuses it.`,
        ...(service.profiles.length > 0 ? { severity: 'warning' } : {}),
        owner: isMerged ? service.span : (mode.merged ? networks : mode).span,
        fixes: () => [...removal(doc.source, mode), ...removal(doc.source, networks)],
      };
    }
  },
});

/** A variable may leave it empty. */
function isSet(node: ComposeNode | undefined): boolean {
  return (
    node?.kind === 'scalar' &&
    node.tag !== 'reset' &&
    !node.interpolated &&
    node.text.text !== '' &&
    node.value !== null
  );
}

function isEmpty(node: ComposeNode | undefined): boolean {
  if (node?.kind === 'map') return node.tag === 'reset' || node.entries.length === 0;
  return node?.kind !== 'list' || itemsOf(node).length === 0;
}

function removal(source: SourceText, entry: MapEntry): readonly Fix[] {
  const edit = removalOfEntry(source, entry);
  return edit === undefined ? [] : [{ title: `Remove ${entry.key}`, safety: 'suggestion', edits: () => [edit] }];
}
