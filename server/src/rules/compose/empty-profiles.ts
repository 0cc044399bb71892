import { removalFix } from '../../engine/compose/edits/remove.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'empty-profiles',
  language: 'compose',
  title: 'Leave out profiles that name none',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-development',
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
        fixes: () => removalFix(doc.source, map, entry, 'safe'),
      };
    }
  },
});
