import { defaultsIn } from '../../engine/compose/forms/defaults.js';
import { readVolumes } from '../../engine/compose/forms/volumes.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { nearest } from '../../engine/didYouMean.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

/** What Compose reads behind the second colon (compose-go, format/volume.go). */
const known = ['ro', 'rw', 'nocopy', 'z', 'Z', 'private', 'rprivate', 'shared', 'rshared', 'slave', 'rslave'];
/** Once read by Docker Desktop, or by Podman: nobody is hurt when they are passed over. */
const harmless = new Set(['', 'cached', 'delegated', 'consistent', 'default', 'copy', 'U']);

export default defineRule({
  id: 'unknown-mount-option',
  language: 'compose',
  title: 'Write options of a mount that Compose knows',
  severity: 'warning',
  profile: 'recommended',
  guide: 'bind-mounts',
  link: 'https://docs.docker.com/reference/compose-file/services/#volumes',
  tags: ['values'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    const seen = new Set<ComposeNode>();
    for (const service of doc.services.values()) {
      for (const { node, options } of readVolumes(service.get('volumes'), defaultsIn(service.get('volumes'))).mounts) {
        if (node.kind !== 'scalar' || seen.has(node)) continue;
        seen.add(node);
        for (const { value, span } of options) {
          if (value === undefined || known.includes(value) || harmless.has(value)) continue;
          const exact = known.find((word) => word === value.trim().toLowerCase());
          const near =
            exact ??
            (value.length > 1
              ? nearest(
                  value,
                  known.filter((word) => word.length > 1),
                )
              : undefined);
          yield {
            at: span,
            message: `Compose does not know the mount option ${shown(value)} and passes over it${near === undefined ? '.' : `; did you mean ${near}?`}`,
            owner: node.span,
            fixes: () => {
              const isPlain = near !== undefined && node.sharedBy === undefined && doc.source.slice(span) === value;
              return isPlain
                ? [{ title: `Change it to ${near}`, safety: 'suggestion', edits: () => [{ span, text: near }] }]
                : [];
            },
          };
        }
      }
    }
  },
});
