import { readPorts } from '../../engine/compose/forms/ports.js';
import { defaultsIn } from '../../engine/compose/forms/defaults.js';
import { isMeantForAll } from '../../engine/compose/security/ports.js';
import { given } from '../../engine/compose/security/values.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'privileged-port',
  language: 'compose',
  title: 'Publish ports above 1023',
  severity: 'info',
  profile: 'all',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/reference/compose-file/services/#ports',
  tags: ['hardening', 'networks'],
  equivalents: { kics: ['Privileged Ports Mapped In Container'], cis: ['5.8'] },
  differs: {
    'Privileged Ports Mapped In Container':
      'Only ports of the host count: inside a container every user may open those below 1024. Ports 80 and 443 of a known proxy are silent.',
  },
  fixes: [],

  *check(doc) {
    for (const { service, node: ports } of given(doc, 'ports')) {
      for (const mapping of readPorts(ports, defaultsIn(ports)).mappings) {
        const { published, node } = mapping;
        const first = published?.value?.first;
        if (published === undefined || first === undefined || first === 0 || first >= 1024) continue;
        if (isMeantForAll(service, mapping)) continue;
        yield {
          at: published.span,
          message: `Port ${first} of the host is one that only root may open, and people trust what answers there; publish ${shown(service.name)} above 1023, behind a proxy if it has to be there.`,
          owner: node.span,
        };
      }
    }
  },
});
