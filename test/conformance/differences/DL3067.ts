import { knownImage } from '../../../server/src/engine/images/known.js';
import { differences } from '../../../server/tools/conformance/types.js';
import { copyHere } from '../stageLinks.js';

const common = { rule: 'whole-filesystem-copy', tool: 'hadolint', code: 'DL3067', side: 'theirs' } as const;
const neighbour = 'FROM debian:13-slim AS build\nFROM debian:13-slim\nCOPY --from=build / /\n';

export default differences(
  {
    ...common,
    class: 'upstream',
    source: 'https://docs.docker.com/reference/dockerfile/#copy---exclude',
    reason: 'With --exclude it is not the whole filesystem.',
    example: 'FROM debian:13-slim AS build\nFROM debian:13-slim\nCOPY --from=build --exclude=/var / /\n',
    neighbour,
    accepts: ({ instruction }) => instruction?.flags.some(({ name }) => name === 'exclude') === true,
  },
  {
    ...common,
    class: 'upstream',
    source: 'https://github.com/tonistiigi/xx',
    reason: 'What starts from scratch holds only what was put there, such as the scripts of tonistiigi/xx.',
    example: 'FROM tonistiigi/xx:1.6 AS xx\nFROM golang:1.26\nCOPY --from=xx / /\n',
    neighbour,
    accepts: (place) => {
      const source = copyHere(place)?.link.source;
      if (source === undefined || source.kind === 'unknown') return false;
      const image = source.kind === 'image' ? source.image : source.stage.baseImage;
      return image !== undefined && knownImage(image)?.family === 'scratch';
    },
  },
  {
    ...common,
    class: 'unknowable',
    reason: 'The base of the stage is known to the build alone, and may be scratch.',
    example: 'FROM binaries-$TARGETOS AS binaries\nFROM debian:13-slim\nCOPY --from=binaries / /\n',
    neighbour,
    accepts: (place) => {
      const source = copyHere(place)?.link.source;
      return source?.kind === 'stage' && source.stage.baseImage === undefined;
    },
  },
);
