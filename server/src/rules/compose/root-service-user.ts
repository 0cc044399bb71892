import { removalFix } from '../../engine/compose/edits/remove.js';
import { replaceScalar } from '../../engine/compose/edits/insert.js';
import { textOf } from '../../engine/compose/forms/defaults.js';
import { itemsOf } from '../../engine/compose/forms/pieces.js';
import { imageOf } from '../../engine/compose/security/image.js';
import { given, type Given } from '../../engine/compose/security/values.js';
import type { ComposeDocument } from '../../engine/compose/types.js';
import { knownImage } from '../../engine/images/known.js';
import type { KnownImage } from '../../engine/images/types.js';
import { defineRule, type Fix } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'root-service-user',
  language: 'compose',
  title: 'Run services as a user without rights',
  severity: 'warning',
  profile: 'recommended',
  guide: 'run-as-non-root',
  link: 'https://docs.docker.com/reference/compose-file/services/#user',
  tags: ['security', 'user'],
  equivalents: { composeLint: ['CL-0018'], owasp: ['2'] },
  differs: {
    'CL-0018':
      'Images that start as root and give it up themselves (postgres, redis, linuxserver) are silent: they need it to begin with.',
  },
  fixes: ['suggestion'],

  *check(doc) {
    for (const one of given(doc, 'user')) {
      const field = textOf(one.node);
      if (field?.value === undefined || !/^(?:root|0+)(?::.*)?$/.test(field.value)) continue;
      const image = imageOf(one.service);
      const known = image === undefined ? undefined : knownImage(image);
      if (known?.dropsPrivileges === true || changesOwners(one)) continue;
      yield {
        at: field.span,
        message: `As root ${shown(one.service.name)} owns everything in its container and what is mounted there; a user without rights is enough for most programs.`,
        owner: one.entry.span,
        fixes: () => fixesFor(doc, one, known),
      };
    }
  },
});

/** Only root may give files to others: a service that does so has to start as root. */
function changesOwners({ service }: Given): boolean {
  return ['command', 'entrypoint']
    .flatMap((key) => itemsOf(service.get(key)))
    .some((item) => /(?:^|[\s;&|(])chown\s|^chown$/.test(textOf(item)?.value ?? ''));
}

function fixesFor(
  doc: ComposeDocument,
  { service, entry, node }: Given,
  known: KnownImage | undefined,
): readonly Fix[] {
  if (entry.merged || node.kind !== 'scalar' || node.interpolated || node.sharedBy !== undefined) return [];
  const account = known?.availableUser;
  if (account !== undefined) {
    const edits = replaceScalar(doc, node, account.name);
    const title = `Run as ${account.name}, whom the image brings`;
    return edits === undefined ? [] : [{ title, safety: 'suggestion', edits: () => edits }];
  }
  if (known?.defaultUser === undefined) return [];
  const title = `Remove it, so that the user of the image counts: ${known.defaultUser}`;
  return removalFix(doc.source, service.map, entry, 'suggestion', title);
}
