import { differences } from '../../../server/tools/conformance/types.js';
import { areUnpinned, isAllUnknown, isOnlyTried, lacking } from '../packages.js';
import { allOf, isNested, stageHere } from '../predicates.js';

const common = { rule: 'unpinned-apt-packages', tool: 'hadolint', code: 'DL3008' } as const;

const source = 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3008.hs';

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
  {
    ...common,
    side: 'ours',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Shell.hs',
    reason: 'hadolint does not look into the text that sh -c or su -c runs.',
    example: 'FROM debian:13-slim\nRUN bash -c "apt-get install -y --no-install-recommends curl"\n',
    neighbour: 'FROM debian:13-slim\nRUN bash -c "apt-get update" && apt-get install -y curl\n',
    accepts: (place) => areUnpinned(place, 'apt', (_, { run }) => isNested(place, run.command)),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source,
    reason: 'What apt-get only tries is not installed.',
    example: 'FROM debian:13-slim\nRUN apt-get install --simulate curl\n',
    neighbour: 'FROM debian:13-slim\nRUN apt-get install --simulate curl && apt-get install -y curl\n',
    accepts: (place) => isOnlyTried(place, 'apt'),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Shell.hs',
    reason:
      'hadolint takes any apt-get with the word install for one that installs, also where a package has that name.',
    example: 'FROM debian:13-slim\nRUN apt-get remove -y install\n',
    neighbour: 'FROM debian:13-slim\nRUN apt-get remove -y git && apt-get install -y curl\n',
    accepts: (place) =>
      allOf(lacking(place, 'apt', /^install$/, /(?!)/), ({ verb }) => verb !== undefined && verb.value !== 'install'),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/643',
    reason: 'A Windows image has no apt-get.',
    example: '# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2025\nRUN apt-get install -y curl\n',
    neighbour: 'FROM debian:13-slim\nRUN apt-get install -y curl\n',
    accepts: (place) => stageHere(place)?.os === 'windows',
  },
);
