import { removes } from '../../../server/src/engine/dockerfile/install/cleanup.js';
import { mountHolds } from '../../../server/src/engine/dockerfile/install/mounts.js';
import { differences } from '../../../server/tools/conformance/types.js';
import { commandsHere, isHidden, isNotShipped, runsHere, stageHere } from '../predicates.js';

const common = { rule: 'apt-lists-left', tool: 'hadolint', code: 'DL3009' } as const;
const update = 'apt-get update && apt-get install -y --no-install-recommends curl';

export default differences(
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://salsa.debian.org/apt-team/apt/-/blob/2.7.8/debian/changelog',
    reason: 'Since apt 2.7.8 `apt-get dist-clean` removes the lists; hadolint does not know it.',
    example: `FROM debian:13-slim\nRUN ${update} && apt-get dist-clean\n`,
    neighbour: `FROM debian:13-slim\nRUN apt-get dist-clean && ${update}\n`,
    accepts: (place) => {
      const runs = runsHere(place, 'apt', 'apt-get', 'aptitude').map(({ command }) => command);
      const last = runs.findLastIndex(({ args }) => args.some(({ value }) => value === 'update'));
      return runs.slice(last + 1).some(({ args }) => args.some(({ value }) => value === 'dist-clean'));
    },
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/167',
    reason: 'A stage that only others are built from which are thrown away is thrown away too.',
    example: `FROM debian:13-slim AS tools\nRUN ${update}\nFROM tools AS build\nRUN make\nFROM debian:13-slim\nCOPY --from=build /app /app\n`,
    neighbour: `FROM debian:13-slim AS tools\nRUN ${update}\nFROM tools\nRUN make\n`,
    accepts: isNotShipped,
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3009.hs',
    reason: 'hadolint does not expand the target of a mount, which is the folder of the lists here.',
    example: 'FROM debian:13-slim\nARG APT=/var/lib/apt\nRUN --mount=type=cache,target=${APT}/lists apt-get update\n',
    neighbour: 'FROM debian:13-slim\nARG APT=/var/tmp\nRUN --mount=type=cache,target=${APT}/lists apt-get update\n',
    accepts: ({ doc, instruction }) =>
      instruction !== undefined &&
      mountHolds(instruction, '/var/lib/apt/lists', doc) &&
      instruction.flags.some(({ value }) => (value?.variables.length ?? 0) > 0),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3009.hs',
    reason: 'A slash at the end of the target of a mount makes no other folder of it.',
    example: 'FROM debian:13-slim\nRUN --mount=type=cache,target=/var/lib/apt/ apt-get update\n',
    neighbour: 'FROM debian:13-slim\nRUN --mount=type=cache,target=/var/lib/dpkg/ apt-get update\n',
    accepts: ({ doc, instruction }) =>
      instruction !== undefined &&
      mountHolds(instruction, '/var/lib/apt/lists', doc) &&
      instruction.flags.some(({ options }) => options.some(({ value }) => value?.endsWith('/') === true)),
  },
  {
    ...common,
    side: 'ours',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Shell.hs',
    reason: 'hadolint takes any `rm -rf` for the one that removes the lists, wherever it stands.',
    example: `FROM debian:13-slim\nRUN ${update} && rm -rf /tmp/*\n`,
    neighbour: `FROM debian:13-slim\nRUN ${update} && rm /tmp/file\n`,
    accepts: (place) =>
      runsHere(place, 'rm').some((run) => !isHidden(place, run) && run.args.some(({ value }) => value === '-rf')),
  },
  {
    ...common,
    side: 'ours',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/969',
    reason: 'A stage that nothing else uses is a target of its own.',
    example: `FROM debian:13-slim AS web\nRUN ${update}\nFROM debian:13-slim AS worker\nRUN true\n`,
    neighbour: `FROM debian:13-slim AS web\nRUN true\nFROM debian:13-slim AS worker\nRUN ${update}\n`,
    accepts: (place) => {
      const stage = stageHere(place);
      return stage?.isFinal === false && !place.doc.stages.some(({ parent }) => parent === stage);
    },
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Shell.hs',
    reason: 'Behind sudo it is the same rm, but hadolint does not look behind it.',
    example: `FROM debian:13-slim\nRUN ${update} && sudo rm -rf /var/lib/apt/lists/*\n`,
    neighbour: `FROM debian:13-slim\nRUN sudo rm -rf /var/lib/apt/lists/*; ${update}\n`,
    accepts: (place) => {
      const runs = runsHere(place, 'apt', 'apt-get', 'aptitude');
      const last = runs.findLast(({ args }) => args.some(({ value }) => value === 'update'));
      const end = last?.command.span.end ?? Infinity;
      return commandsHere(place).some(
        (command) => command.name === 'sudo' && command.span.start > end && removes(command, '/var/lib/apt/lists'),
      );
    },
  },
);
