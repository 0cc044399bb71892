import { differences } from '../../../server/tools/conformance/types.js';
import { areUnpinned, isAllUnknown } from '../packages.js';

const common = { rule: 'unpinned-apt-packages', tool: 'hadolint', code: 'DL3008' } as const;

export default differences(
  {
    ...common,
    side: 'theirs',
    class: 'unknowable',
    reason: 'A variable without a known value may hold a package with its version.',
    example: 'FROM debian:13-slim\nARG PACKAGES\nRUN apt-get install -y $PACKAGES\n',
    neighbour: 'FROM debian:13-slim\nARG PACKAGES\nRUN apt-get install -y $PACKAGES curl\n',
    accepts: (place) => isAllUnknown(place, 'apt'),
  },
  {
    ...common,
    side: 'ours',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Shell.hs',
    reason: 'What an apt-get behind sudo, env or xargs installs is the same, but hadolint does not look behind them.',
    example: 'FROM debian:13-slim\nRUN cat /packages | xargs apt-get install -y curl\n',
    neighbour: 'FROM debian:13-slim\nRUN cat /packages | xargs apt-get purge -y && apt-get install -y curl\n',
    accepts: (place) => areUnpinned(place, 'apt', (_, { run }) => run.command.words[0]?.value !== 'apt-get'),
  },
);
