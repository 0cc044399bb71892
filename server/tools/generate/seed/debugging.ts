import type { SeedPart } from './types.js';

const typed = 'commands that a person types; no file holds them';
const shell = { rules: typed, hovers: 'the server reads no shell scripts' };

export const debugging: SeedPart = {
  heading: 'Debugging',
  headings: [
    {
      heading: 'Interactive Shell',
      guide: 'interactive-shell',
      blocks: [
        {
          what: 'A shell in a running container, and in a new one',
          snippets: ['shell', 'shell-new', 'shell-compose', 'shell-root', 'debug'],
          without: shell,
        },
      ],
    },
    {
      heading: 'View Logs',
      guide: 'view-logs',
      blocks: [
        {
          what: 'Logs as they come, the last lines, and with times',
          pageRules: true,
          snippets: ['logs', 'logs-since', 'logs-compose', 'compose-logging'],
          hovers: ['services.*.logging'],
          without: { rules: typed },
        },
      ],
    },
    {
      heading: 'Inspect',
      guide: 'inspect',
      blocks: [
        {
          what: 'A container, the layers of an image, a network',
          snippets: ['inspect', 'history', 'inspect-network', 'inspect-health'],
          without: shell,
        },
      ],
    },
  ],
};
