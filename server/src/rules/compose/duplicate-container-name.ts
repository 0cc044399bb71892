import type { Layer } from '../../engine/compose/project/layers.js';
import { projectQueries, projectView } from '../../engine/compose/project/view.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'duplicate-container-name',
  language: 'compose',
  title: 'Give each container a name of its own',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/services/#container_name',
  tags: ['services'],
  equivalents: { dclint: ['no-duplicate-container-names'] },
  fixes: [],

  facts: projectQueries,

  *check(doc, { facts }) {
    const { all, services } = projectView(doc, facts);
    const known = new Map<string, Layer>();
    for (const service of all.values()) {
      const name = nameOf(service);
      if (name === undefined) continue;
      const first = known.get(name);
      if (first === undefined) {
        known.set(name, service);
        continue;
      }
      const isOptional = first.profiles.length > 0 || service.profiles.length > 0;
      if (isOptional && neverTogether(first, service)) continue;
      // Where this file has only the first of the two, that one is told.
      const [told, other] = services.has(service.name) ? [service, first] : [first, service];
      const here = services.get(told.name);
      if (here === undefined) continue;
      const entry = here.here('container_name').at(-1);
      const place = services.get(other.name)?.here('container_name').at(-1);
      const isWritten = entry?.value !== undefined && !entry.merged && entry.value === told.get('container_name');
      yield {
        // A merge key or another service brings the name here: then the service is what differs.
        at: isWritten ? entry.value.span : here.service.nameSpan,
        message: `${shown(other.name)} has the container name ${shown(name)} too, and Docker gives a name only once.`,
        ...(isOptional ? { severity: 'warning' } : {}),
        related: place === undefined || !isWritten ? [] : [{ at: place.span, message: 'The first one.' }],
        owner: isWritten ? entry.span : here.service.span,
      };
    }
  },
});

function nameOf(service: Layer): string | undefined {
  const node = service.get('container_name');
  return node?.kind === 'scalar' && node.text.text !== '' ? node.text.text : undefined;
}

/** Both start only with a profile, and none is in common: people may mean the one or the other. */
function neverTogether(a: Layer, b: Layer): boolean {
  const shared = a.profiles.some((profile) => b.profiles.includes(profile));
  return a.profiles.length > 0 && b.profiles.length > 0 && !shared;
}
