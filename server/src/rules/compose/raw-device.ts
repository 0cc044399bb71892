import { defaultsIn } from '../../engine/compose/forms/defaults.js';
import { readDevices } from '../../engine/compose/forms/service.js';
import { isRawDevice } from '../../engine/compose/security/paths.js';
import { hostPath } from '../../engine/compose/security/mounts.js';
import { given } from '../../engine/compose/security/values.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'raw-device',
  language: 'compose',
  title: 'Give containers no disks and no memory of the host',
  severity: 'warning',
  profile: 'recommended',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/reference/compose-file/services/#devices',
  tags: ['security'],
  equivalents: { composeLint: ['CL-0016'], cis: ['5.18'] },
  differs: {
    'CL-0016': 'A disk that is given for reading only, with the permissions r, is what tools for disk health need.',
  },
  fixes: [],

  *check(doc) {
    for (const { service, node } of given(doc, 'devices')) {
      for (const { source, permissions, node: item } of readDevices(node, defaultsIn(node)).devices) {
        const path = source.value === undefined ? undefined : hostPath(source.value);
        if (path === undefined || !isRawDevice(path)) continue;
        if (permissions !== undefined && permissions.value === 'r') continue;
        yield {
          at: source.span,
          message:
            path === '/dev/kmsg'
              ? `With ${shown(path)}, ${shown(service.name)} reads the log of the host's kernel and can write into it; with :r at the end it only reads.`
              : `With ${shown(path)}, ${shown(service.name)} reads and writes the host below its file system, past every permission; mount a folder instead.`,
          owner: item.span,
        };
      }
    }
  },
});
