import { insertEntry, replaceScalar } from '../../engine/compose/edits/insert.js';
import { hostMounts, type HostMount } from '../../engine/compose/security/mounts.js';
import { exposureOf } from '../../engine/compose/security/paths.js';
import type { ComposeDocument } from '../../engine/compose/types.js';
import { fixFrom } from '../../engine/fixFrom.js';
import { defineRule } from '../../engine/rule.js';
import type { Edit } from '../../engine/text/span.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'writable-system-mount',
  language: 'compose',
  title: 'Mount folders of the system read-only, if at all',
  severity: 'warning',
  profile: 'recommended',
  guide: 'bind-mounts',
  link: 'https://docs.docker.com/engine/storage/bind-mounts/#use-a-read-only-bind-mount',
  tags: ['security', 'volumes'],
  equivalents: { kics: ['Volume Has Sensitive Host Directory'], composeLint: ['CL-0025'], owasp: ['8'], cis: ['5.6'] },
  fixes: ['unsafe'],

  *check(doc) {
    for (const mount of hostMounts(doc)) {
      const exposure = exposureOf(mount);
      if (exposure?.kind !== 'writable') continue;
      const advice = exposure.readOnlyIsFine ? 'mount it read-only' : 'mount only the folder that it needs';
      yield {
        at: mount.at,
        message: `${shown(mount.service.name)} can change ${shown(mount.path)} of the host, and so what runs there; ${advice}.`,
        owner: mount.owner,
        // Elsewhere reading gives too much away, and read-only would be no cure.
        fixes: () =>
          exposure.readOnlyIsFine
            ? fixFrom(readOnly(doc, mount), {
                title: 'Mount it read-only, which fails where the program writes there',
                safety: 'unsafe',
              })
            : [],
      };
    }
  },
});

function readOnly(doc: ComposeDocument, { mount }: HostMount): readonly Edit[] | undefined {
  const { node, options } = mount;
  if (node.kind === 'map') {
    const given = node.get('read_only');
    return given?.kind === 'scalar' ? replaceScalar(doc, given, true) : insertEntry(doc, node, 'read_only', true);
  }
  if (node.kind !== 'scalar' || node.interpolated) return undefined;
  const text = node.text.text;
  const isRw = options.some(({ value }) => value === 'rw');
  const words = options.map(({ value }) => (value === 'rw' ? 'ro' : (value ?? '')));
  const rest = isRw ? words : [...words, 'ro'];
  const base = options.length === 0 ? text : text.slice(0, text.lastIndexOf(':'));
  return replaceScalar(doc, node, `${base}:${rest.join(',')}`);
}
