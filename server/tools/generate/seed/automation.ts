import type { SeedPart } from './types.js';

export const automation: SeedPart = {
  heading: 'CI/CD Integration',
  headings: [
    {
      heading: 'GitHub Actions Build',
      guide: 'github-actions',
      blocks: [
        {
          what: 'A step that builds and pushes, with the cache of GitHub Actions',
          snippets: ['gha-build', 'gha-workflow', 'gha-platforms'],
          without: {
            rules: 'the server reads Dockerfiles, Compose files and ignore files, no workflows',
            hovers: 'the server reads no workflows',
          },
        },
      ],
    },
    {
      heading: 'Build Cache',
      guide: 'build-cache',
      blocks: [
        {
          what: 'Cache mounts for npm and pip',
          snippets: ['cache-npm', 'cache-pip', 'cache-apt', 'cache-uv', 'gha-cache'],
          rules: ['missing-cache-mount', 'deprecated-npm-flag'],
          hovers: ['RUN --mount=type=cache', 'RUN --mount'],
        },
      ],
    },
  ],
};
