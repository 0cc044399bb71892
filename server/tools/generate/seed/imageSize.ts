import type { SeedPart } from './types.js';

export const imageSize: SeedPart = {
  heading: 'Image Optimization',
  headings: [
    {
      heading: 'Reducing Image Size',
      guide: 'reducing-image-size',
      blocks: [
        {
          what: 'Small base images, lists removed in the same layer, caches cleaned, stages',
          snippets: ['apt', 'apk', 'apk-build', 'dnf', 'from-node', 'from-python', 'scratch'],
          rules: ['oversized-base-image', 'apt-lists-left', 'apt-recommended-packages', 'deprecated-npm-flag'],
          hovers: ['FROM', 'RUN', 'an image'],
        },
      ],
    },
    {
      heading: 'Size Comparison',
      guide: 'size-comparison',
      blocks: [
        {
          what: 'A table of base images and their sizes',
          snippets: ['from-node', 'from-python', 'from-distroless', 'from-system', 'images'],
          rules: ['oversized-base-image'],
          hovers: ['an image'],
        },
      ],
    },
  ],
};
