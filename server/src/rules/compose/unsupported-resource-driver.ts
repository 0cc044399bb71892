import { isForSwarm } from '../../engine/compose/values/swarm.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'unsupported-resource-driver',
  language: 'compose',
  title: 'Leave drivers of secrets and configs to Swarm',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/secrets/',
  tags: ['values'],
  equivalents: {},
  fixes: [],

  *check(doc) {
    if (isForSwarm(doc)) return;
    for (const section of ['secrets', 'configs'] as const) {
      for (const { name, map, external, nameSpan } of doc[section].values()) {
        const kind = section.slice(0, -1);
        const keys = section === 'secrets' ? ['driver', 'template_driver'] : ['template_driver'];
        const [driver] = keys.flatMap((key) => map?.entry(key) ?? []);
        const entry = driver ?? (external ? map?.entry('external') : undefined);
        if (entry === undefined) continue;
        yield {
          at: entry.merged ? nameSpan : entry.keySpan,
          message:
            driver === undefined
              ? `The ${kind} ${shown(name)} is external, and only Swarm has ${section} of its own: Compose refuses to start a service that uses it.`
              : `Only Swarm knows ${driver.key} of ${section}: Compose refuses to start a service that uses ${shown(name)}.`,
          owner: entry.span,
        };
      }
    }
  },
});
