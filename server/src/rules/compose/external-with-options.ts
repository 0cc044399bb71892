import { booleanOf, unlessSet } from '../../engine/compose/forms/defaults.js';
import type { MapNode } from '../../engine/compose/tree/types.js';
import { removalOfEntries } from '../../engine/compose/edits/remove.js';
import { defineRule } from '../../engine/rule.js';
import { listed, shown } from '../../engine/wording.js';

/** What each kind of thing takes beside name and external; other keys are the matter of the schema. */
const options = {
  volumes: ['driver', 'driver_opts', 'labels'],
  networks: ['driver', 'driver_opts', 'ipam', 'internal', 'attachable', 'enable_ipv4', 'enable_ipv6', 'labels'],
  secrets: ['file', 'environment', 'driver', 'driver_opts', 'labels', 'template_driver'],
  configs: ['file', 'environment', 'content', 'labels', 'template_driver'],
} as const;

export default defineRule({
  id: 'external-with-options',
  language: 'compose',
  title: 'Say nothing more of what somebody else makes',
  severity: 'error',
  profile: 'recommended',
  guide: 'named-volumes',
  link: 'https://docs.docker.com/reference/compose-file/volumes/#external',
  tags: ['conflicts'],
  equivalents: {},
  fixes: ['safe'],

  *check(doc) {
    const seen = new Set<MapNode>();
    for (const section of ['volumes', 'networks', 'secrets', 'configs'] as const) {
      for (const { name, map } of doc[section].values()) {
        const external = map?.get('external');
        if (map === undefined || seen.has(map)) continue;
        if (external?.kind !== 'map' && booleanOf(external)?.value !== true) continue;
        seen.add(map);
        const more = options[section].flatMap((key) => map.entry(key) ?? []);
        const first = more.toSorted((a, b) => a.keySpan.start - b.keySpan.start)[0];
        if (first === undefined) continue;
        const keys = listed(more.map(({ key }) => key));
        yield {
          at: first.keySpan,
          message:
            section === 'volumes'
              ? `${shown(name)} is external, so it is there already and Compose refuses ${keys} for it.`
              : `${shown(name)} is external, so it is there already and ${keys} ${more.length > 1 ? 'do' : 'does'} nothing.`,
          ...(section === 'volumes' ? unlessSet(external) : { severity: 'warning' }),
          owner: first.span,
          fixes: () => {
            // Of a secret or config either the one or the other may be meant.
            const isClear = section === 'volumes' || section === 'networks';
            // With another value of the variable they count.
            if (external?.kind === 'scalar' && external.interpolated) return [];
            const edits = isClear ? removalOfEntries(doc.source, map, more) : undefined;
            return edits === undefined ? [] : [{ title: `Remove ${keys}`, safety: 'safe', edits: () => edits }];
          },
        };
      }
    }
  },
});
