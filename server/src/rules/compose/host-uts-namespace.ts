import { hostNamespaces } from '../../engine/compose/security/namespaces.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'host-uts-namespace',
  language: 'compose',
  title: 'Let containers have a host name of their own',
  severity: 'warning',
  profile: 'recommended',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/reference/compose-file/services/#uts',
  tags: ['security'],
  equivalents: { cis: ['5.21'] },
  fixes: ['unsafe'],

  check: (doc) =>
    hostNamespaces(
      doc,
      'uts',
      (name) => `With this, ${name} shares the host name of the host, and with the right capability can change it.`,
      'has a host name of its own',
    ),
});
