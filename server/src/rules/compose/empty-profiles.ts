import { removalOfEntry } from '../../engine/compose/edits.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'empty-profiles',
  language: 'compose',
  title: 'Leave out profiles that name none',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/compose/how-tos/profiles/',
  tags: ['services'],
  equivalents: {},
  fixes: ['safe'],

  *check(doc) {
    // Documents are merged: those of another one stay.
    if (doc.roots.length > 1) return;
    for (const { name, map, span } of doc.services.values()) {
      const entry = map?.entry('profiles');
      if (map === undefined || entry === undefined || entry.merged) continue;
      if (entry.value?.kind !== 'list' || entry.value.tag !== undefined || entry.value.items.length > 0) continue;
      // It may take the profiles away that a merge key or another service brings.
      if (map.entry('extends') !== undefined || doc.source.slice(span).includes('<<')) continue;
      yield {
        at: entry.span,
        message: `This list names no profile, so ${shown(name)} always starts, as if it were not there.`,
        owner: entry.span,
        fixes: () => {
          const isShared = map.sharedBy !== undefined || map.flow || map.entries.length < 2;
          const edit = isShared ? undefined : removalOfEntry(doc.source, entry);
          return edit === undefined ? [] : [{ title: 'Remove profiles', safety: 'safe', edits: () => [edit] }];
        },
      };
    }
  },
});
