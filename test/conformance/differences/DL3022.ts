import { isOfficialImage } from '../../../server/src/engine/images/official.js';
import { misplacedLinks } from '../../../server/src/engine/dockerfile/stages/order.js';
import { unknownSources } from '../../../server/src/engine/dockerfile/stages/unknownSource.js';
import { differences } from '../../../server/tools/conformance/types.js';
import { copyHere } from '../stageLinks.js';

const common = { rule: 'unknown-copy-stage', tool: 'hadolint', code: 'DL3022', side: 'theirs' } as const;
const neighbour = 'FROM golang:1.26 AS build\nFROM debian:13-slim\nCOPY --from=biuld /app /app\n';

export default differences(
  {
    ...common,
    class: 'unknowable',
    reason: 'In a piece of a file the stages above are not there to be looked at.',
    example: 'ARG VERSION=3\nCOPY --from=upstream /a /b\n',
    neighbour,
    accepts: ({ doc, instruction }) => doc.stages.length === 0 && instruction?.keyword === 'COPY',
  },
  {
    ...common,
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/859',
    reason: 'An image needs no tag to be copied from.',
    example: 'FROM debian:13-slim\nCOPY --from=composer /usr/bin/composer /usr/bin/composer\n',
    neighbour,
    accepts: (place) => {
      const link = copyHere(place)?.link;
      return link?.source.kind === 'image' && (link.text.includes('/') || isOfficialImage(link.text));
    },
  },
  {
    ...common,
    class: 'unknowable',
    reason: 'The build command may give this name to a context of its own.',
    example: 'FROM debian:13-slim\nCOPY --from=templates /a.conf /etc/a.conf\n',
    neighbour,
    accepts: (place) => {
      const link = copyHere(place)?.link;
      if (link?.source.kind !== 'image' || link.text.includes('/') || isOfficialImage(link.text)) return false;
      return !unknownSources(place.doc).some((unknown) => unknown.link === link);
    },
  },
  {
    ...common,
    class: 'upstream',
    source: 'https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go',
    reason: 'Docker finds a stage whatever the case of its name, and reads +0 as a number.',
    example: 'FROM golang:1.26 AS Build\nFROM debian:13-slim\nCOPY --from=build /app /app\n',
    neighbour,
    accepts: (place) => {
      const here = copyHere(place);
      return here?.link.source.kind === 'stage' && here.link.source.stage.index <= here.stage.index;
    },
  },
  {
    ...common,
    class: 'deliberate',
    reason: 'Stages that wait for each other are told by circular-stage-dependency.',
    example: 'FROM golang:1.26 AS a\nCOPY --from=b /x /x\nFROM a AS b\n',
    neighbour: 'FROM golang:1.26 AS a\nCOPY --from=b /x /x\nFROM golang:1.26 AS b\n',
    accepts: (place) => {
      const here = copyHere(place);
      return misplacedLinks(place.doc).some(({ link, circular, source, stage }) => {
        return link === here?.link && circular && source !== stage;
      });
    },
  },
);
