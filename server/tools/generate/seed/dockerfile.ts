import type { SeedPart } from './types.js';

export const dockerfile: SeedPart = {
  heading: 'Dockerfile Best Practices',
  headings: [
    {
      heading: 'Multi-Stage Builds',
      guide: 'multi-stage-builds',
      blocks: [
        {
          what: 'Node.js in three stages: packages, build, and a small image that runs as a user of its own',
          snippets: ['multistage', 'node', 'stage', 'copy-from'],
          rules: [
            'build-tools-in-final-stage',
            'dev-dependencies-in-final-stage',
            'missing-user',
            'deprecated-npm-flag',
          ],
          hovers: ['FROM', 'COPY --from', 'USER', 'EXPOSE', 'CMD', 'an image', 'a stage'],
        },
      ],
    },
    {
      heading: 'Layer Optimization',
      guide: 'layer-optimization',
      blocks: [
        {
          what: 'Everything copied before the install, and the manifest copied first',
          snippets: ['layers', 'cache-npm'],
          rules: ['copy-before-install', 'unlocked-install'],
          hovers: ['COPY', 'RUN'],
        },
      ],
    },
    {
      heading: 'Security Hardening',
      guide: 'security-hardening',
      blocks: [
        {
          what: 'A user of its own, an init process that passes signals on, files with an owner',
          snippets: ['hardened', 'init', 'init-alpine', 'copy-chown'],
          rules: ['missing-user', 'apk-cache-left', 'copy-without-chown', 'unpinned-base-image'],
          hovers: ['USER', 'ENTRYPOINT', 'COPY --chown', 'services.*.init'],
        },
      ],
    },
    {
      heading: '.dockerignore',
      guide: 'dockerignore',
      blocks: [
        {
          what: 'Packages, build results, history, env files, tests and settings of editors that stay out',
          snippets: ['ignore-node', 'ignore-python', 'ignore-secrets', 'ignore-all-but'],
          rules: ['missing-dockerignore', 'missing-ignore-entry', 'top-only-ignore-pattern'],
          hovers: ['an ignore pattern'],
        },
      ],
    },
  ],
};
