import type { SeedPart } from './types.js';

export const volumes: SeedPart = {
  heading: 'Volume Management',
  headings: [
    {
      heading: 'Named Volumes',
      guide: 'named-volumes',
      blocks: [
        {
          what: 'Two volumes of the local driver, one of them mounted by a database',
          pageRules: true,
          snippets: ['compose-volume', 'compose-postgres', 'compose-redis'],
          rules: ['undefined-volume', 'unused-volume', 'invalid-volume'],
          hovers: ['volumes', 'volumes.*.driver', 'services.*.volumes', 'a volume'],
        },
      ],
    },
    {
      heading: 'Bind Mounts (Development)',
      guide: 'bind-mounts',
      blocks: [
        {
          what: 'Mounted sources, with the packages of the image kept',
          pageRules: true,
          snippets: ['compose-bind', 'compose-bind-read-only'],
          rules: ['invalid-volume'],
          hovers: ['services.*.volumes'],
          without: { fixes: 'only the author knows which mount is meant' },
        },
      ],
    },
    {
      heading: 'tmpfs (In-Memory)',
      guide: 'tmpfs',
      blocks: [
        {
          what: 'Folders in memory',
          pageRules: true,
          snippets: ['compose-tmpfs'],
          rules: ['schema-mismatch'],
          hovers: ['services.*.tmpfs'],
        },
      ],
    },
  ],
};
