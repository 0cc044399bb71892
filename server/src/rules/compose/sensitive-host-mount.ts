import { hostMounts } from '../../engine/compose/security/mounts.js';
import { exposureOf } from '../../engine/compose/security/paths.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

const dataIsFine =
  'Folders of programs below /etc, /var and /srv, data below a home folder, and what is the same on every host (/usr, /lib, time zones) are silent when read-only; so is what monitoring images document.';

export default defineRule({
  id: 'sensitive-host-mount',
  language: 'compose',
  title: 'Mount only what a service needs of the host',
  severity: 'warning',
  profile: 'recommended',
  guide: 'bind-mounts',
  link: 'https://docs.docker.com/engine/storage/bind-mounts/#considerations-and-constraints',
  tags: ['security', 'volumes'],
  equivalents: { kics: ['Volume Has Sensitive Host Directory'], composeLint: ['CL-0013'], owasp: ['8'], cis: ['5.6'] },
  differs: { 'CL-0013': dataIsFine, 'Volume Has Sensitive Host Directory': dataIsFine },
  fixes: [],

  *check(doc) {
    for (const mount of hostMounts(doc)) {
      const exposure = exposureOf(mount);
      if (exposure?.kind !== 'readable') continue;
      const shared =
        mount.path === '/dev/shm'
          ? 'what other programs keep in memory; set shm_size, or share with ipc: service:…'
          : 'what other programs and people keep there, keys included; mount only the folder that it needs';
      yield {
        at: mount.at,
        message: `Through ${shown(exposure.what)} ${shown(mount.service.name)} reads ${shared}.`,
        owner: mount.owner,
      };
    }
  },
});
