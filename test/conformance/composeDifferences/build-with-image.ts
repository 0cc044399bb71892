import { composeDifferences } from '../../../server/tools/conformance/compose/differences.js';
import { dclintRules, isBrought, services } from '../compose.js';

export default composeDifferences({
  rule: 'build-with-image',
  code: 'no-build-and-image',
  side: 'ours',
  class: 'upstream',
  source: `${dclintRules}/no-build-and-image-rule.ts`,
  reason: 'dclint does not follow the merge key that brings the image or the build.',
  example: `x-base: &base\n  image: nginx:1.29\n${services('web:', '  <<: *base', '  build: .')}`,
  neighbour: services('web:', '  image: nginx:1.29', '  build: .'),
  accepts: ({ service }) => isBrought(service, 'image') || isBrought(service, 'build'),
});
