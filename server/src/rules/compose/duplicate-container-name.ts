import type { Service } from '../../engine/compose/types.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'duplicate-container-name',
  language: 'compose',
  title: 'Give each container a name of its own',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/compose-file/services/#container_name',
  tags: ['services'],
  equivalents: { dclint: ['no-duplicate-container-names'] },
  fixes: [],

  *check(doc) {
    const known = new Map<string, Service>();
    for (const service of doc.services.values()) {
      const entry = service.entry('container_name');
      if (entry?.value?.kind !== 'scalar' || entry.value.tag === 'reset' || entry.value.text.text === '') continue;
      const name = entry.value.text.text;
      const first = known.get(name);
      if (first === undefined) {
        known.set(name, service);
        continue;
      }
      const isOptional = first.profiles.length > 0 || service.profiles.length > 0;
      if (isOptional && neverTogether(first, service)) continue;
      const place = first.entry('container_name');
      yield {
        // A merge key brings the name here: then the service is what differs.
        at: entry.merged ? service.nameSpan : entry.value.span,
        message: `${shown(first.name)} has the container name ${shown(name)} too, and Docker gives a name only once.`,
        ...(isOptional ? { severity: 'warning' } : {}),
        related: place === undefined || entry.merged ? [] : [{ at: place.span, message: 'The first one.' }],
        owner: entry.merged ? service.span : entry.span,
      };
    }
  },
});

/** Both start only with a profile, and none is in common: people may mean the one or the other. */
function neverTogether(a: Service, b: Service): boolean {
  const shared = a.profiles.some((profile) => b.profiles.includes(profile));
  return a.profiles.length > 0 && b.profiles.length > 0 && !shared;
}
