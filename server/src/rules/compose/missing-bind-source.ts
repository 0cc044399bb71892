import { problemsOf } from '../../engine/compose/forms/defaults.js';
import { booleanField } from '../../engine/compose/forms/pieces.js';
import { readVolumes } from '../../engine/compose/forms/volumes.js';
import type { ComposeDocument } from '../../engine/compose/types.js';
import { mapAt } from '../../engine/compose/values/places.js';
import { defineRule } from '../../engine/rule.js';
import type { Span } from '../../engine/text/span.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'missing-bind-source',
  language: 'compose',
  title: 'Tell a bind mount which path it mounts',
  severity: 'error',
  profile: 'recommended',
  guide: 'bind-mounts',
  link: 'https://docs.docker.com/reference/compose-file/services/#volumes',
  tags: ['values'],
  equivalents: {},
  fixes: [],

  facts: (doc) => wanted(doc).map(({ path }) => ({ kind: 'exists', path })),

  *check(doc, { facts }) {
    for (const service of doc.services.values()) {
      for (const { code, finding } of problemsOf(service.get('volumes'), readVolumes)) {
        if (code === 'missing-bind-source') yield finding;
      }
    }
    for (const { path, at } of wanted(doc)) {
      if (facts.presence(path) !== 'absent') continue;
      const message = `There is no ${shown(path)} here, and create_host_path says that Compose must not make it, so the service does not start.`;
      yield { at, message, severity: 'info' };
    }
  },
});

/** Paths beside the file that must be there before the services start. */
function wanted(doc: ComposeDocument): readonly { readonly path: string; readonly at: Span }[] {
  return [...doc.services.values()].flatMap((service) =>
    readVolumes(service.get('volumes')).mounts.flatMap(({ node, type, source }) => {
      const path = source?.value;
      const isWanted = type === 'bind' && booleanField(mapAt(node, 'bind')?.get('create_host_path'))?.value === false;
      return isWanted && source !== undefined && path !== undefined && /^\.{1,2}\//.test(path)
        ? [{ path: path.replace(/^\.\//, ''), at: source.span }]
        : [];
    }),
  );
}
