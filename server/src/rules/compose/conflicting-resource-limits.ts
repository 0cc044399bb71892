import { unlessSet } from '../../engine/compose/forms/defaults.js';
import { insertEntry } from '../../engine/compose/edits/insert.js';
import type { MapEntry, MapNode } from '../../engine/compose/tree/types.js';
import type { ComposeDocument, Service } from '../../engine/compose/types.js';
import { limitConflicts } from '../../engine/compose/values/limits.js';
import { milder } from '../../engine/compose/values/places.js';
import { removalFix, removalOfEntries } from '../../engine/compose/edits/remove.js';
import { type Fix, defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'conflicting-resource-limits',
  language: 'compose',
  title: 'Set a limit in one place, or the same in both',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-production',
  link: 'https://docs.docker.com/reference/compose-file/deploy/#resources',
  tags: ['conflicts'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    for (const service of doc.services.values()) {
      for (const { entry, map, key, part, isMissing } of limitConflicts(service)) {
        const other = `deploy.resources.${part}.${key}`;
        yield {
          at: entry.merged ? service.nameSpan : entry.keySpan,
          message: isMissing
            ? `${entry.key} has to stand as ${other} too: where deploy.resources.${part} is written, Compose compares the two and refuses ${shown(service.name)}.`
            : `${entry.key} and ${other} differ, so Compose refuses ${shown(service.name)}.`,
          ...milder(service),
          ...unlessSet(entry.value, map.get(key)),
          related: [
            { at: map.entry(key)?.span ?? map.span, message: isMissing ? 'It is missing here.' : 'The other value.' },
          ],
          owner: entry.merged ? service.span : entry.span,
          fixes: () => [
            ...(isMissing ? moving(doc, service, entry, map, key, other) : []),
            ...(isMissing ? [] : removalFix(doc.source, service.map, entry, 'suggestion')),
          ],
        };
      }
    }
  },
});

function moving(
  doc: ComposeDocument,
  service: Service,
  entry: MapEntry,
  map: MapNode,
  key: string,
  other: string,
): readonly Fix[] {
  const { value } = entry;
  const away = service.map === undefined ? undefined : removalOfEntries(doc.source, service.map, [entry]);
  // A number of bytes becomes text; the number of processes stays a number.
  const text =
    value?.kind !== 'scalar'
      ? undefined
      : key === 'pids' && typeof value.value === 'number'
        ? value.value
        : value.text.text;
  const there = text === undefined ? undefined : insertEntry(doc, map, key, text);
  if (away === undefined || there === undefined) return [];
  return [{ title: `Move it to ${other}`, safety: 'suggestion', edits: () => [...away, ...there] }];
}
