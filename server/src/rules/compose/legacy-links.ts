import { namesIn } from '../../engine/compose/forms/names.js';
import { itemsOf, textField } from '../../engine/compose/forms/pieces.js';
import type { ComposeNode, MapEntry } from '../../engine/compose/tree/types.js';
import type { Service } from '../../engine/compose/types.js';
import { type Fix, defineRule } from '../../engine/rule.js';

const instead = {
  links: 'services reach one another by name on a network that they share; aliases stand under networks',
  external_links: 'join the network of the other project as an external one',
  volumes_from: 'name the volume in both services',
} as const;

export default defineRule({
  id: 'legacy-links',
  language: 'compose',
  title: 'Join services by networks and volumes',
  severity: 'warning',
  profile: 'recommended',
  guide: 'network-aliases',
  link: 'https://docs.docker.com/reference/compose-file/services/#links',
  tags: ['deprecated'],
  equivalents: {},
  fixes: ['unsafe'],

  *check(doc) {
    const seen = new Set<ComposeNode | undefined>();
    for (const service of doc.services.values()) {
      const depends = new Set(namesIn(service.get('depends_on')).map(({ name }) => name));
      for (const key of ['links', 'external_links', 'volumes_from'] as const) {
        const entry = service.entry(key);
        const items = itemsOf(entry?.value);
        if (entry === undefined || items.length === 0 || seen.has(entry.value)) continue;
        seen.add(entry.value);
        const names = items.map((item) => textField(item)?.value);
        // redundant-link speaks of these.
        if (key === 'links' && names.every((name) => name !== undefined && depends.has(name))) continue;
        const isPlain = key === 'links' && names.every((name) => name !== undefined && doc.services.has(name));
        yield {
          at: entry.keySpan,
          message: `${key} is a relic of the time before networks and named volumes: ${instead[key]}.`,
          owner: entry.span,
          fixes: () =>
            isPlain && depends.size === 0 && service.entry('depends_on') === undefined ? renaming(service, entry) : [],
        };
      }
    }
  },
});

/** The order of starting, which links give too, stays. */
function renaming(service: Service, { keySpan, merged, value }: MapEntry): readonly Fix[] {
  if (merged || service.map?.sharedBy !== undefined || value?.sharedBy !== undefined) return [];
  const title = 'Change links to depends_on, which sets no environment variables and hosts';
  return [{ title, safety: 'unsafe', edits: () => [{ span: keySpan, text: 'depends_on' }] }];
}
