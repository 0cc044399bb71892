import { parsePlatform } from '../../../server/src/engine/dockerfile/model/platform.js';
import { differences } from '../../../server/tools/conformance/types.js';
import { stageHere } from '../predicates.js';

const common = { rule: 'constant-platform-flag', tool: 'hadolint', code: 'DL3029', side: 'theirs' } as const;
const neighbour = 'FROM --platform=linux/arm64 debian:13-slim AS base\n';

export default differences(
  {
    ...common,
    class: 'upstream',
    source: 'https://docs.docker.com/reference/build-checks/from-platform-flag-const-disallowed/',
    reason: 'A variable can be changed when the image is built.',
    example: 'FROM --platform=linux/$TARGETARCH debian:13-slim\n',
    neighbour,
    accepts: (place) => (stageHere(place)?.platform?.value?.variables.length ?? 0) > 0,
  },
  {
    ...common,
    class: 'upstream',
    source: 'https://docs.docker.com/reference/build-checks/from-platform-flag-const-disallowed/',
    reason: 'A stage whose name tells its platform is one of several.',
    example: 'FROM --platform=linux/arm64 debian:13-slim AS base-arm64\n',
    neighbour,
    accepts: (place) => {
      const { platform, name = '' } = stageHere(place) ?? {};
      const { os = 'linux', architecture = os } = parsePlatform(platform?.value?.value ?? '') ?? {};
      return platform?.value !== undefined && (name.includes(os) || name.includes(architecture));
    },
  },
);
