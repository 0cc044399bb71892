import type { SeedPart } from './types.js';

export const networking: SeedPart = {
  heading: 'Container Networking',
  headings: [
    {
      heading: 'Bridge Network (Default)',
      guide: 'bridge-network',
      blocks: [
        {
          what: 'Two services in a network of their own',
          pageRules: true,
          snippets: ['compose-network'],
          rules: ['undefined-network', 'unused-network', 'network-mode-with-networks'],
          hovers: ['networks', 'services.*.networks', 'networks.*.driver', 'a network'],
        },
      ],
    },
    {
      heading: 'External Network',
      guide: 'external-network',
      blocks: [
        {
          what: 'A network that somebody else makes',
          pageRules: true,
          snippets: ['compose-network-external'],
          rules: ['undefined-network', 'unused-network'],
          hovers: ['networks.*.external', 'a network'],
        },
      ],
    },
    {
      heading: 'Network Aliases',
      guide: 'network-aliases',
      blocks: [
        {
          what: 'Other names for a service in one network',
          pageRules: true,
          snippets: ['compose-network-alias'],
          rules: ['undefined-network', 'schema-mismatch'],
          hovers: ['services.*.networks.*.aliases', 'a service'],
        },
      ],
    },
  ],
};
