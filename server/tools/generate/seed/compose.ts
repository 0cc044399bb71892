import type { SeedPart } from './types.js';

export const compose: SeedPart = {
  heading: 'Docker Compose',
  headings: [
    {
      heading: 'Development Setup',
      guide: 'compose-development',
      blocks: [
        {
          what: 'An app with mounted sources, a database with a health check, a cache, and volumes',
          pageRules: true,
          snippets: ['compose-dev', 'compose-postgres', 'compose-redis', 'compose-depends-on', 'compose-watch'],
          rules: ['obsolete-version', 'undefined-volume', 'undefined-service'],
          hovers: ['version', 'services.*.build', 'services.*.volumes', 'services.*.ports', 'services.*.depends_on'],
        },
      ],
    },
    {
      heading: 'Production Setup',
      guide: 'compose-production',
      blocks: [
        {
          what: 'A released image with copies, limits, a restart policy, a health check and bounded logs',
          pageRules: true,
          snippets: ['compose-prod', 'compose-resources', 'compose-restart', 'compose-logging', 'compose-healthcheck'],
          rules: ['obsolete-version', 'schema-mismatch'],
          hovers: ['services.*.image', 'services.*.deploy.resources', 'services.*.restart', 'services.*.healthcheck'],
        },
      ],
    },
    {
      heading: 'Override Files',
      guide: 'override-files',
      blocks: [
        {
          what: 'A second file for development: another stage, mounted sources, another command',
          pageRules: true,
          snippets: ['compose-override', 'dev-stage', 'compose-extension', 'compose-include'],
          rules: ['obsolete-version', 'invalid-volume'],
          hovers: ['services.*.build.target', 'services.*.volumes', 'services.*.command'],
        },
      ],
    },
  ],
};
