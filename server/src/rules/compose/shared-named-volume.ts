import { defaultsIn } from '../../engine/compose/forms/defaults.js';
import { readVolumes, type VolumeMount } from '../../engine/compose/forms/volumes.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'shared-named-volume',
  language: 'compose',
  title: 'Give each service a volume of its own',
  severity: 'info',
  profile: 'all',
  guide: 'named-volumes',
  link: 'https://docs.docker.com/reference/compose-file/volumes/',
  tags: ['hardening', 'volumes'],
  equivalents: { kics: ['Shared Volumes Between Containers'] },
  differs: {
    'Shared Volumes Between Containers':
      'A volume that one service alone uses is not shared, and one that a single service writes and others read is what sharing is for.',
  },
  fixes: [],

  *check(doc) {
    const users = new Map<string, { readonly service: string; readonly mount: VolumeMount }[]>();
    for (const service of doc.services.values()) {
      for (const mount of readVolumes(service.get('volumes'), defaultsIn(service.get('volumes'))).mounts) {
        const name = mount.type === 'volume' ? mount.source?.value : undefined;
        if (name === undefined || mount.readOnly !== false) continue;
        const known = users.get(name) ?? [];
        if (known.every((other) => other.mount.node !== mount.node)) known.push({ service: service.name, mount });
        users.set(name, known);
      }
    }
    for (const [name, [first, ...others]] of users) {
      for (const { service, mount } of others) {
        if (service === first?.service || first?.mount.source === undefined || mount.source === undefined) continue;
        yield {
          at: mount.source.span,
          message: `${shown(service)} writes to ${shown(name)} as ${shown(first.service)} does, so each can break the files of the other; mount it with :ro where it is only read.`,
          related: [{ at: first.mount.source.span, message: `${shown(first.service)} writes to it here.` }],
          owner: mount.node.span,
        };
      }
    }
  },
});
