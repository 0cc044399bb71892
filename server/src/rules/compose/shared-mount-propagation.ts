import { isMonitor } from '../../engine/compose/images/kinds.js';
import { hostMounts, propagationOf } from '../../engine/compose/security/mounts.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

const monitors =
  'Monitoring images that mount the host with ro,rslave are silent: they have to see what is mounted later.';

export default defineRule({
  id: 'shared-mount-propagation',
  language: 'compose',
  title: 'Keep mounts of a container in the container',
  severity: 'warning',
  profile: 'recommended',
  guide: 'bind-mounts',
  link: 'https://docs.docker.com/engine/storage/bind-mounts/#configure-bind-propagation',
  tags: ['security', 'volumes'],
  equivalents: { kics: ['Volume Mounted In Multiple Containers'], composeLint: ['CL-0017'], cis: ['5.20'] },
  differs: { 'CL-0017': monitors, 'Volume Mounted In Multiple Containers': monitors },
  fixes: [],

  *check(doc) {
    for (const mount of hostMounts(doc)) {
      const propagation = propagationOf(mount);
      if (propagation === undefined || propagation.value.endsWith('private')) continue;
      const isSlave = propagation.value.endsWith('slave');
      if (isSlave && mount.readOnly === true && isMonitor(mount.service)) continue;
      const name = shown(mount.service.name);
      yield {
        at: propagation.span,
        message: isSlave
          ? `What is mounted on the host below this folder later appears in ${name} as well; leave it out unless that is the purpose.`
          : `What ${name} mounts below this folder appears on the host and in other containers; leave it out unless that is the purpose.`,
        owner: mount.owner,
      };
    }
  },
});
