import type { SeedPart } from './types.js';

export const security: SeedPart = {
  heading: 'Security Best Practices',
  headings: [
    {
      heading: 'Run as Non-Root',
      guide: 'run-as-non-root',
      blocks: [
        {
          what: 'An account made in the build, and used',
          snippets: ['user', 'user-alpine', 'user-number', 'compose-user', 'windows-user'],
          rules: ['missing-user', 'root-user', 'non-numeric-user'],
          hovers: ['USER', 'services.*.user'],
        },
      ],
    },
    {
      heading: 'Read-Only Filesystem',
      guide: 'read-only-filesystem',
      blocks: [
        {
          what: 'Nothing to write to but what is in memory',
          pageRules: true,
          snippets: ['compose-read-only', 'compose-hardened', 'writable'],
          rules: ['schema-mismatch'],
          hovers: ['services.*.read_only', 'services.*.tmpfs'],
        },
      ],
    },
    {
      heading: 'Capabilities',
      guide: 'capabilities',
      blocks: [
        {
          what: 'All rights of the kernel dropped, one given back',
          pageRules: true,
          snippets: ['compose-capabilities', 'compose-hardened', 'run-hardened'],
          rules: ['privileged-container', 'schema-mismatch'],
          hovers: ['services.*.cap_drop', 'services.*.cap_add'],
        },
      ],
    },
    {
      heading: 'Security Scanning',
      guide: 'security-scanning',
      blocks: [
        {
          what: 'Two scanners, and a build that is given a secret',
          snippets: ['scan-scout', 'scan-trivy', 'build-secret', 'gha-scan', 'secret', 'secret-npm'],
          rules: ['hardcoded-secret', 'secret-in-build-variable', 'copied-secret-file'],
          hovers: ['RUN --mount=type=secret'],
        },
      ],
    },
  ],
};
