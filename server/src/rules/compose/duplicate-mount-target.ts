import { defaultsIn } from '../../engine/compose/forms/defaults.js';
import { readTmpfs } from '../../engine/compose/forms/service.js';
import type { Field } from '../../engine/compose/forms/types.js';
import { readVolumes } from '../../engine/compose/forms/volumes.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { type Finding, defineRule } from '../../engine/rule.js';
import type { Span } from '../../engine/text/span.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'duplicate-mount-target',
  language: 'compose',
  title: 'Mount one thing at a path',
  severity: 'error',
  profile: 'recommended',
  guide: 'named-volumes',
  link: 'https://docs.docker.com/reference/compose-file/services/#volumes',
  tags: ['conflicts'],
  equivalents: {},
  fixes: [],

  *check(doc) {
    for (const service of doc.services.values()) {
      const [ofTmpfs, ofVolumes] = [service.get('tmpfs'), service.get('volumes')];
      const known = new Map<string, { readonly node: ComposeNode; readonly at: Span; readonly tmpfs?: string }>();
      const add = (target: Field<string> | undefined, node: ComposeNode, isTmpfs: boolean): Finding | undefined => {
        if (target?.value === undefined || target.value === '') return undefined;
        const path = cleaned(target.value);
        const first = known.get(path);
        if (first === undefined)
          known.set(path, { node, at: target.span, ...(isTmpfs ? { tmpfs: target.value } : {}) });
        if (first === undefined || first.at.start === target.span.start) return undefined;
        // Compose compares the path of a tmpfs as it is written.
        const isBoth = first.tmpfs === path && !isTmpfs;
        const isRefused = isBoth && service.profiles.length === 0 && isSure(first.node) && isSure(node);
        return {
          at: target.span,
          message: `${shown(path)} is mounted twice in ${shown(service.name)}${isBoth ? ', as tmpfs too, so Compose refuses it' : ', and only one of the mounts takes effect'}.`,
          ...(isRefused ? {} : { severity: 'warning' }),
          related: [{ at: first.at, message: 'The first mount.' }],
          owner: node.span,
        };
      };
      // Those whose target is the same whatever the variables are.
      let sure: ReadonlySet<ComposeNode> | undefined;
      const isSure = (node: ComposeNode): boolean => {
        sure ??= new Set([
          ...readTmpfs(ofTmpfs).flatMap((each) => (each.path.value === undefined ? [] : [each.node])),
          ...readVolumes(ofVolumes).mounts.flatMap((each) => (each.target?.value === undefined ? [] : [each.node])),
        ]);
        return sure.has(node);
      };
      const tmpfs = readTmpfs(ofTmpfs, defaultsIn(ofTmpfs)).map(({ path, node }) => add(path, node, true));
      const mounts = readVolumes(ofVolumes, defaultsIn(ofVolumes)).mounts.map(({ target, node }) =>
        add(target, node, false),
      );
      for (const finding of [...tmpfs, ...mounts]) if (finding !== undefined) yield finding;
    }
  },
});

/** As Go's path.Clean, as far as slashes go. */
function cleaned(path: string): string {
  const plain = path.replaceAll(/\/{2,}/g, '/');
  return plain.length > 1 ? plain.replace(/\/$/, '') : plain;
}
