import { readPorts } from '../../engine/compose/forms/ports.js';
import { defaultsIn, textOf } from '../../engine/compose/forms/defaults.js';
import { bindToLoopback, isMeantForAll, isUnspecified } from '../../engine/compose/security/ports.js';
import { given } from '../../engine/compose/security/values.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { fixFrom } from '../../engine/fixFrom.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

const forAll = 'Ports 80 and 443 of a known proxy and the UDP port of a VPN are meant for everybody.';

export default defineRule({
  id: 'port-on-all-interfaces',
  language: 'compose',
  title: 'Open ports only where they are needed',
  severity: 'warning',
  profile: 'recommended',
  guide: 'bridge-network',
  link: 'https://docs.docker.com/engine/network/port-publishing/',
  tags: ['security', 'networks'],
  equivalents: {
    kics: ['Container Traffic Not Bound To Host Interface'],
    dclint: ['no-unbound-port-interfaces'],
    composeLint: ['CL-0005'],
    owasp: ['5a'],
    cis: ['5.14'],
  },
  differs: {
    'CL-0005': forAll,
    'no-unbound-port-interfaces': `${forAll} The address 0.0.0.0 is every one of them, so it counts as well.`,
    'Container Traffic Not Bound To Host Interface': forAll,
  },
  fixes: ['unsafe'],

  *check(doc) {
    const seen = new Set<ComposeNode>();
    for (const { service, node: ports } of given(doc, 'ports')) {
      if (textOf(service.get('network_mode'))?.value === 'host') continue;
      for (const mapping of readPorts(ports, defaultsIn(ports)).mappings) {
        const { hostIp, published, target, node } = mapping;
        const isOpen = hostIp === undefined || (hostIp.value !== undefined && isUnspecified(hostIp.value));
        // A variable alone may be the whole mapping.
        const isUnknown = published === undefined && target.value === undefined;
        if (!isOpen || isUnknown || seen.has(node) || isMeantForAll(service, mapping)) continue;
        seen.add(node);
        const port = node.kind === 'map' ? (published ?? target).span : node.span;
        yield {
          at: hostIp === undefined ? port : hostIp.span,
          message: `This opens a port of ${shown(service.name)} on every address of the host, past its firewall; put 127.0.0.1 in front if only this machine needs it.`,
          owner: node.span,
          fixes: () =>
            fixFrom(bindToLoopback(doc, mapping), {
              title: 'Open it on 127.0.0.1 only, so that other machines no longer reach it',
              safety: 'unsafe',
            }),
        };
      }
    }
  },
});
