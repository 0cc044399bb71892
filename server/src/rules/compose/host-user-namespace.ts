import { hostNamespaces } from '../../engine/compose/security/namespaces.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'host-user-namespace',
  language: 'compose',
  title: 'Leave the mapping of users on',
  severity: 'warning',
  profile: 'recommended',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/reference/compose-file/services/#userns_mode',
  tags: ['security'],
  equivalents: { kics: ['Shared Host User Namespace'], cis: ['5.31'] },
  fixes: ['unsafe'],

  check: (doc) =>
    hostNamespaces(
      doc,
      'userns_mode',
      (name) => `This switches the mapping of users off, so root in ${name} is root on the host.`,
      'has less power over files and devices of the host',
    ),
});
