import type { SeedPart } from './types.js';

export const resources: SeedPart = {
  heading: 'Resources',
  headings: [
    {
      heading: 'Resources',
      guide: 'resources',
      blocks: [
        {
          what: 'Links to official pages',
          without: {
            snippets: 'links, nothing to insert',
            rules: 'links, nothing to look for',
            hovers: 'every hover ends with a link to the official page',
          },
        },
      ],
    },
  ],
};
