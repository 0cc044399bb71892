import { removalOfEntry } from '../../engine/compose/edits.js';
import { textField } from '../../engine/compose/forms/pieces.js';
import { staysAlone } from '../../engine/compose/style/alone.js';
import type { MapEntry, MapNode } from '../../engine/compose/tree/types.js';
import type { ComposeDocument } from '../../engine/compose/types.js';
import { defineRule, type Fix } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'fixed-container-name',
  language: 'compose',
  title: 'Leave the names of containers to Compose',
  severity: 'info',
  profile: 'recommended',
  guide: 'compose-production',
  link: 'https://docs.docker.com/reference/compose-file/services/#container_name',
  tags: ['services'],
  equivalents: {},
  fixes: ['unsafe'],

  *check(doc) {
    for (const { name, map } of doc.services.values()) {
      const entry = map?.entry('container_name');
      // A name from a merge key is the same for several services, which another rule reports.
      if (map === undefined || entry === undefined || entry.merged || entry.value?.tag === 'reset') continue;
      const text = textField(entry.value);
      if (text === undefined || text.value === '' || staysAlone(map)) continue;
      yield {
        at: entry.span,
        message: `Docker gives a name only once, so this alone keeps ${shown(name)} from running twice, in this project or another.`,
        owner: entry.span,
        fixes: () => removal(doc, map, entry),
      };
    }
  },
});

function removal(doc: ComposeDocument, map: MapNode, entry: MapEntry): readonly Fix[] {
  const isShared = map.sharedBy !== undefined || map.flow || map.entries.length < 2;
  const edit = isShared ? undefined : removalOfEntry(doc.source, entry);
  const title = 'Remove container_name, which scripts and other containers may use';
  return edit === undefined ? [] : [{ title, safety: 'unsafe', edits: () => [edit] }];
}
