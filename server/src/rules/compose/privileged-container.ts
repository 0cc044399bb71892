import { booleanOf } from '../../engine/compose/forms/defaults.js';
import { removalFix } from '../../engine/compose/edits/remove.js';
import type { MapEntry } from '../../engine/compose/tree/types.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

const title = 'Remove privileged, which takes devices and host rights from the container';

export default defineRule({
  id: 'privileged-container',
  language: 'compose',
  title: 'Give a container only the rights it needs',
  severity: 'warning',
  profile: 'recommended',
  guide: 'capabilities',
  link: 'https://docs.docker.com/reference/compose-file/services/#privileged',
  tags: ['security'],
  equivalents: { kics: ['Privileged Containers Enabled'], composeLint: ['CL-0002'], cis: ['5.5'] },
  fixes: ['unsafe'],

  *check(doc) {
    const seen = new Set<MapEntry['value']>();
    for (const { name, map } of doc.services.values()) {
      const entry = map?.entry('privileged');
      if (map === undefined || entry === undefined || seen.has(entry.value)) continue;
      if (booleanOf(entry.value)?.value !== true) continue;
      // An anchor brings it to several services: one place to look at.
      seen.add(entry.value);
      yield {
        at: entry.span,
        message: `A privileged container is root on the host; give ${shown(name)} the capabilities and devices it needs instead.`,
        owner: entry.span,
        fixes: () => removalFix(doc.source, map, entry, 'unsafe', title),
      };
    }
  },
});
