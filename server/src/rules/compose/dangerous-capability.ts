import { textOf } from '../../engine/compose/forms/defaults.js';
import { itemsOf } from '../../engine/compose/forms/pieces.js';
import { capabilityName, dangerOf, isExpected } from '../../engine/compose/security/capabilities.js';
import { given } from '../../engine/compose/security/values.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'dangerous-capability',
  language: 'compose',
  title: 'Add no capability that opens the host',
  severity: 'warning',
  profile: 'recommended',
  guide: 'capabilities',
  link: 'https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities',
  tags: ['security'],
  equivalents: {
    kics: ['Container Capabilities Unrestricted'],
    composeLint: ['CL-0011', 'CL-0024', 'CL-0027', 'CL-0028', 'CL-0029', 'CL-0030'],
    owasp: ['3'],
    cis: ['5.4'],
  },
  differs: {
    'CL-0011':
      'NET_ADMIN is silent on images of VPNs and where /dev/net/tun is given to the container: a tunnel cannot do without it.',
    'CL-0029':
      'IPC_LOCK on Vault, Elasticsearch and OpenSearch and SYS_NICE on MySQL are what their documentation asks for.',
    'Container Capabilities Unrestricted':
      'Capabilities that open nothing of the host may be added; undropped-capabilities speaks where none is dropped.',
  },
  fixes: [],

  *check(doc) {
    for (const { service, node } of given(doc, 'cap_add')) {
      for (const item of itemsOf(node)) {
        const field = textOf(item);
        const name = capabilityName(field?.value);
        const danger = dangerOf(name);
        if (field === undefined || danger === undefined || isExpected(name, service)) continue;
        yield {
          at: field.span,
          message: `${shown(name)} lets ${shown(service.name)} ${danger.harm}; leave it out, or keep whatever needs it small and apart.`,
          owner: item.span,
          equivalents: {
            kics: ['Container Capabilities Unrestricted'],
            composeLint: [danger.id],
            owasp: ['3'],
            cis: ['5.4'],
          },
        };
      }
    }
  },
});
