import type { SeedPart } from './types.js';

export const healthChecks: SeedPart = {
  heading: 'Health Checks',
  headings: [
    {
      heading: 'Application Health Check',
      guide: 'application-health-check',
      blocks: [
        {
          what: 'A check over HTTP in the Dockerfile',
          pageRules: true,
          snippets: ['healthcheck', 'healthcheck-node', 'healthcheck-python', 'compose-healthcheck'],
          rules: ['missing-healthcheck', 'shell-form-healthcheck', 'duplicate-healthcheck'],
          hovers: ['HEALTHCHECK', 'HEALTHCHECK --interval', 'HEALTHCHECK --start-period'],
        },
      ],
    },
    {
      heading: 'Health Endpoint',
      guide: 'health-endpoint',
      blocks: [
        {
          what: 'An Express route that asks database and cache, and answers 200 or 503',
          snippets: ['health-express', 'health-fastify', 'health-http', 'health-next', 'health-ready'],
          without: {
            rules: 'it is in the sources of a program, which no rule reads',
            hovers: 'the server reads no JavaScript',
          },
        },
      ],
    },
  ],
};
