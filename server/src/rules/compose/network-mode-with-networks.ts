import { removalOfEntry } from '../../engine/compose/edits/lines.js';
import { itemsOf } from '../../engine/compose/forms/pieces.js';
import { projectQueries, projectView } from '../../engine/compose/project/view.js';
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
  guide: 'bridge-network',
  link: 'https://docs.docker.com/reference/compose-file/services/#network_mode',
  tags: ['networks'],
  equivalents: {},
  fixes: ['suggestion'],

  facts: projectQueries,

  *check(doc, { facts }) {
    for (const one of projectView(doc, facts).services.values()) {
      if (!isSet(one.get('network_mode')) || isEmpty(one.get('networks'))) continue;
      const { service } = one;
      const mode = one.here('network_mode').at(-1);
      const networks = one.here('networks').at(-1);
      // Another file may have one of them, or both.
      const here = mode === undefined || mode.merged ? (networks ?? mode) : mode;
      const entry = here ?? one.here('extends').at(-1);
      if (entry === undefined) continue;
      const isMerged = entry.merged;
      yield {
        at: isMerged ? service.nameSpan : entry.keySpan,
        message: `${shown(service.name)} has network_mode and networks, which exclude each other, so Compose refuses it.`,
        ...(one.profiles.length > 0 ? { severity: 'warning' } : {}),
        owner: isMerged ? service.span : entry.span,
        fixes: () => [mode, networks].flatMap((own) => (own === undefined ? [] : removal(doc.source, own))),
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
