import { hostNamespaces } from '../../engine/compose/security/namespaces.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'host-pid-namespace',
  language: 'compose',
  title: 'Keep containers from seeing the processes of the host',
  severity: 'warning',
  profile: 'recommended',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/reference/compose-file/services/#pid',
  tags: ['security'],
  equivalents: { kics: ['Host Namespace is Shared'], composeLint: ['CL-0010'], cis: ['5.16'] },
  fixes: ['unsafe'],

  check: (doc) =>
    hostNamespaces(
      doc,
      'pid',
      (name) =>
        `With the process list of the host, ${name} sees every process there with its environment, and as root it can stop or change them.`,
      'sees no processes but its own',
    ),
});
