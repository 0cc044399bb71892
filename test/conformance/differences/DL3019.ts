import { removes } from '../../../server/src/engine/dockerfile/install/cleanup.js';
import { mountHolds } from '../../../server/src/engine/dockerfile/install/mounts.js';
import { differences } from '../../../server/tools/conformance/types.js';
import { holds, lacking } from '../packages.js';
import { allOf, isNotShipped, runsHere } from '../predicates.js';

const common = { rule: 'apk-cache-left', tool: 'hadolint', code: 'DL3019' } as const;
const source = 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3019.hs';

export default differences(
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/929',
    reason: 'What a stage leaves behind that is thrown away makes no image larger.',
    example: 'FROM alpine:3.23 AS build\nRUN apk add gcc\nFROM alpine:3.23\nCOPY --from=build /app /app\n',
    neighbour: 'FROM alpine:3.23 AS build\nRUN apk add gcc\nFROM build\n',
    accepts: isNotShipped,
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source,
    reason: 'The index is removed in the same RUN, which the message itself names as the other way.',
    example: 'FROM alpine:3.23\nRUN apk add --update curl && rm -rf /var/cache/apk/*\n',
    neighbour: 'FROM alpine:3.23\nRUN rm -rf /var/cache/apk/* && apk add --update curl\n',
    accepts: (place) => {
      const commands = runsHere(place, 'apk', 'rm').map(({ command }) => command);
      const last = commands.findLastIndex(
        ({ name, args }) => name === 'apk' && args.some(({ value }) => value === 'add'),
      );
      return commands.slice(last + 1).some((command) => removes(command, '/var/cache/apk'));
    },
  },
  {
    ...common,
    side: 'ours',
    class: 'upstream',
    source,
    reason: 'apk is the same program by its path, but hadolint knows it by its bare name alone.',
    example: 'FROM alpine:3.23\nRUN /sbin/apk add curl\n',
    neighbour: 'FROM alpine:3.23\nRUN apk add curl\n',
    accepts: (place) => runsHere(place, 'apk').every(({ command }) => command.words[0]?.value !== 'apk'),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source,
    reason: 'Without the network apk fetches no index that could be left.',
    example: 'FROM alpine:3.23\nRUN apk add --no-network --virtual .run so:libz.so.1\n',
    neighbour: 'FROM alpine:3.23\nRUN apk add --no-network --virtual .run so:libz.so.1 && apk add curl\n',
    accepts: (place) => {
      const adds = runsHere(place, 'apk').filter(({ args }) => args.some(({ value }) => value === 'add'));
      return adds.every(({ args }) => args.some(({ value }) => value === '--no-network' || value === '--no-cache'));
    },
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source,
    reason: 'hadolint does not expand the target of a mount, which is the folder of the index here.',
    example: 'FROM alpine:3.23\nARG CACHE=/var/cache\nRUN --mount=type=cache,target=${CACHE}/apk apk add curl\n',
    neighbour: 'FROM alpine:3.23\nARG CACHE=/var/tmp\nRUN --mount=type=cache,target=${CACHE}/apk apk add curl\n',
    accepts: ({ doc, instruction }) =>
      instruction !== undefined &&
      instruction.flags.some(({ value }) => (value?.variables.length ?? 0) > 0) &&
      mountHolds(instruction, '/var/cache/apk', doc),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source,
    reason: 'The variable holds --no-cache; hadolint does not look into it.',
    example: 'FROM alpine:3.23\nARG OPTIONS=--no-cache\nRUN apk $OPTIONS add curl\n',
    neighbour: 'FROM alpine:3.23\nARG OPTIONS=--quiet\nRUN apk $OPTIONS add curl\n',
    accepts: (place) =>
      allOf(lacking(place, 'apk', /^add$/, /^--no-cache$/), (command) => holds(command, /^--no-cache$/)),
  },
);
