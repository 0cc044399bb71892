import { sourcesIn } from '../../engine/compose/forms/names.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { isForSwarm } from '../../engine/compose/values/swarm.js';
import { defineRule } from '../../engine/rule.js';
import { listed, shown } from '../../engine/wording.js';

export default defineRule({
  id: 'ignored-secret-mode',
  language: 'compose',
  title: 'Set owner and mode of a secret on its file',
  severity: 'warning',
  profile: 'recommended',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/reference/compose-file/services/#secrets',
  tags: ['values'],
  equivalents: {},
  fixes: [],

  *check(doc) {
    const seen = new Set<ComposeNode>();
    for (const service of doc.services.values()) {
      for (const section of ['secrets', 'configs'] as const) {
        for (const { name, map } of sourcesIn(service.get(section))) {
          const source = doc[section].get(name)?.map?.entry('file');
          const keys = ['uid', 'gid', 'mode'].flatMap((key) => map?.entry(key) ?? []);
          const [first] = keys;
          if (map === undefined || first === undefined || source === undefined || seen.has(map) || isForSwarm(doc))
            continue;
          seen.add(map);
          yield {
            at: first.keySpan,
            message: `${shown(name)} comes from a file, which Compose mounts with the owner and mode that it has, and ${listed(keys.map(({ key }) => key))} ${keys.length > 1 ? 'are' : 'is'} ignored.`,
            related: [{ at: source.span, message: 'The file.' }],
            owner: map.span,
          };
        }
      }
    }
  },
});
