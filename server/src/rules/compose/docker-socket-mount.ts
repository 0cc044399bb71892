import { isSocketProxy } from '../../engine/compose/images/kinds.js';
import { imageName } from '../../engine/compose/security/image.js';
import { hostMounts } from '../../engine/compose/security/mounts.js';
import { exposureOf } from '../../engine/compose/security/paths.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'docker-socket-mount',
  language: 'compose',
  title: "Keep Docker's socket out of containers",
  severity: 'warning',
  profile: 'recommended',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/engine/security/#docker-daemon-attack-surface',
  tags: ['security'],
  equivalents: {
    kics: ['Docker Socket Mounted In Container'],
    composeLint: ['CL-0001'],
    owasp: ['1'],
    cis: ['5.32'],
  },
  differs: {
    'CL-0001':
      'A proxy of the socket needs it; whole folders such as / are what writable-system-mount and sensitive-host-mount speak of.',
  },
  fixes: [],

  *check(doc) {
    for (const mount of hostMounts(doc)) {
      const exposure = exposureOf(mount);
      if (exposure?.kind !== 'socket' || isSocketProxy(mount.service)) continue;
      const name = shown(mount.service.name);
      const needsIt =
        /(?:^|\/)(?:traefik|portainer(?:-ce|-ee)?|watchtower|nginx-proxy|autoheal|dozzle|diun|homepage|ouroboros|docker-gen)$/.test(
          imageName(mount.service),
        );
      yield {
        at: mount.at,
        message: needsIt
          ? `With ${exposure.what}, ${name} controls the whole host, read-only or not; give it a socket proxy that lets only the requests through that it needs.`
          : `With ${exposure.what}, ${name} can start a container that is root on the host, and mounting it read-only changes nothing about that.`,
        owner: mount.owner,
      };
    }
  },
});
