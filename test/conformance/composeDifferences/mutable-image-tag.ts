import { composeDifferences } from '../../../server/tools/conformance/compose/differences.js';
import { dclintRules, isBrought, services, written } from '../compose.js';

const shared = {
  rule: 'mutable-image-tag',
  code: 'service-image-require-explicit-tag',
  neighbour: services('web:', '  image: nginx:latest'),
} as const;
const source = `${dclintRules}/service-image-require-explicit-tag-rule.ts`;
/** Tags that dclint takes for such that move where they are the whole tag. */
const words: ReadonlySet<string> = new Set([
  ...['latest', 'stable', 'edge', 'test', 'nightly', 'dev', 'beta', 'canary', 'lts'],
]);
/** Tags that dclint was told of. */
const known = /:(?:alpine-slim|stable-slim|stable-alpine)$/;

export default composeDifferences(
  {
    ...shared,
    side: 'ours',
    class: 'upstream',
    source,
    reason: 'dclint does not look at the anchor or the merge key that brings the image.',
    example: `x-base: &base\n  image: redis\n${services('web:', '  <<: *base')}`,
    accepts: ({ service }) => service === undefined || isBrought(service, 'image'),
  },
  {
    ...shared,
    side: 'ours',
    class: 'upstream',
    source,
    reason: 'dclint takes a variable for a tag and does not look at its default.',
    example: services('web:', '  image: nginx:${TAG:-latest}'),
    accepts: ({ service }) => /\$\{\w+(?::-[^}]+|-[^}]*:[^}]+)\}$/.test(written(service?.get('image'))),
  },
  {
    ...shared,
    side: 'ours',
    class: 'upstream',
    source,
    reason: 'dclint knows words for tags that move only where they are the whole tag.',
    example: services('web:', '  image: nginx:latest-perl'),
    accepts: ({ service }) => {
      const image = written(service?.get('image'));
      return !image.includes('$') && /:[a-z]+-[^:/]+$/i.test(image) && !known.test(image);
    },
  },
  {
    ...shared,
    side: 'ours',
    class: 'upstream',
    source,
    reason: 'dclint knows nine words for tags that move; any other word without a number moves as well.',
    example: services('web:', '  image: nginx:mainline'),
    accepts: ({ service }) => {
      const [, tag] = /^[^$]*:([a-z]+)$/i.exec(written(service?.get('image'))) ?? [];
      return tag !== undefined && !words.has(tag);
    },
  },
  {
    ...shared,
    side: 'theirs',
    class: 'unknowable',
    reason: 'A variable is the image or its tag, and nobody knows what is in it.',
    example: services('web:', '  image: ${IMAGE}'),
    accepts: ({ service }) => /\$\{?\w+(?::?-)?\}?/.test(written(service?.get('image'))),
  },
  {
    ...shared,
    side: 'theirs',
    class: 'unknowable',
    reason: 'The service builds the image; whether it is pulled as well depends on what lies in the registry.',
    example: services('web:', '  build: .', '  image: acme/web'),
    accepts: ({ service }) => service?.entry('build') !== undefined,
  },
  {
    ...shared,
    side: 'theirs',
    class: 'upstream',
    source,
    reason: 'dclint does not see that an image which is never pulled can be no other one tomorrow.',
    example: services('web:', '  image: acme/web', '  pull_policy: never'),
    accepts: ({ service }) => ['never', 'build'].includes(written(service?.get('pull_policy'))),
  },
  {
    ...shared,
    side: 'theirs',
    class: 'upstream',
    source,
    reason: 'dclint takes the alias for the image and does not look at its anchor.',
    example: `x-image: &image nginx:1.29\n${services('web:', '  image: *image')}`,
    accepts: ({ service, doc }) => {
      const node = service?.get('image');
      return node !== undefined && isBrought(service, 'image') && !doc.source.slice(node.span).endsWith(':latest');
    },
  },
);
