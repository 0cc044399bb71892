import { textOf } from '../../engine/compose/forms/defaults.js';
import type { MapEntry, MapNode } from '../../engine/compose/tree/types.js';
import { mapAt } from '../../engine/compose/values/places.js';
import { isForSwarm } from '../../engine/compose/values/swarm.js';
import { defineRule } from '../../engine/rule.js';
import { listed } from '../../engine/wording.js';

const keys = ['placement', 'update_config', 'rollback_config', 'endpoint_mode', 'labels'] as const;

export default defineRule({
  id: 'swarm-only-key',
  language: 'compose',
  title: 'Write for Compose what Compose reads',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-production',
  link: 'https://docs.docker.com/reference/compose-file/deploy/',
  tags: ['services'],
  equivalents: {},
  fixes: [],

  *check(doc) {
    if (isForSwarm(doc)) return;
    const seen = new Set<MapNode>();
    for (const service of doc.services.values()) {
      const deploy = mapAt(service.map, 'deploy');
      if (deploy === undefined || seen.has(deploy)) continue;
      seen.add(deploy);
      const found: MapEntry[] = keys.flatMap((key) => deploy.entry(key) ?? []);
      const mode = deploy.entry('mode');
      if (textOf(mode?.value)?.value?.startsWith('global') === true && mode !== undefined) found.push(mode);
      const [first] = found.toSorted((a, b) => a.keySpan.start - b.keySpan.start);
      if (first === undefined) continue;
      const hint = found.some(({ key }) => key === 'labels') ? '; labels of the container stand beside deploy' : '';
      yield {
        at: first.keySpan,
        message: `Only Swarm reads ${listed(found.map(({ key }) => key))} of deploy; Compose passes over ${found.length > 1 ? 'them' : 'it'}${hint}.`,
        owner: first.span,
      };
    }
  },
});
