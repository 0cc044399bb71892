import { insertEntry } from '../../engine/compose/edits/insert.js';
import { projectQueries } from '../../engine/compose/project/view.js';
import { lacking } from '../../engine/compose/security/lacking.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'implicit-default-network',
  language: 'compose',
  title: 'Say which networks a service is on',
  severity: 'info',
  profile: 'all',
  guide: 'bridge-network',
  link: 'https://docs.docker.com/compose/how-tos/networking/',
  tags: ['hardening', 'networks'],
  equivalents: { kics: ['Networks Not Set'], owasp: ['5'] },
  differs: { 'Networks Not Set': 'A service with network_mode is on no network of the project, and cannot have any.' },
  fixes: ['suggestion'],
  wholeFile: true,

  facts: projectQueries,

  check(doc, { facts }) {
    const names = [...doc.networks.keys()];
    const name = names.length === 1 && /^[\w.-]+$/.test(names[0] ?? '') ? (names[0] ?? 'default') : 'default';
    return lacking(doc, facts, {
      has: (view) => view.get('networks') !== undefined || view.get('network_mode') !== undefined,
      message: (service) =>
        `${shown(service)} is on the default network of the project, where every service reaches every other; put those that talk to one another on networks of their own.`,
      fix: {
        title: `Put it on the network ${name}`,
        safety: 'suggestion',
        edits: ({ service: { map } }) => map && insertEntry(doc, map, 'networks', [name]),
      },
    });
  },
});
