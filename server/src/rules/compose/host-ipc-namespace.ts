import { hostNamespaces } from '../../engine/compose/security/namespaces.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'host-ipc-namespace',
  language: 'compose',
  title: 'Keep containers off the shared memory of the host',
  severity: 'warning',
  profile: 'recommended',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/reference/compose-file/services/#ipc',
  tags: ['security'],
  equivalents: { kics: ['Shared Host IPC Namespace'], composeLint: ['CL-0010'], cis: ['5.17'] },
  fixes: ['unsafe'],

  check: (doc) =>
    hostNamespaces(
      doc,
      'ipc',
      (name) =>
        `In the shared memory of the host, ${name} can read and change what other programs keep there, such as parts of databases.`,
      'shares no memory with the host',
    ),
});
