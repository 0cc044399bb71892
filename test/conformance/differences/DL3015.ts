import { differences } from '../../../server/tools/conformance/types.js';
import { runsHere, stageHere } from '../predicates.js';

const common = { rule: 'apt-recommended-packages', tool: 'hadolint', code: 'DL3015' } as const;

const subcommand = /^(?:install|remove|purge|update|upgrade|dist-upgrade|autoremove|clean|download|build-dep)$/;

export default differences(
  {
    ...common,
    side: 'ours',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3015.hs',
    reason: 'What an apt-get behind sudo or env installs is the same, but hadolint does not look behind them.',
    example: 'FROM debian:13-slim\nRUN sudo apt-get install -y curl\n',
    neighbour: 'FROM debian:13-slim\nRUN apt-get install -y curl\n',
    accepts: (place) => {
      const installs = runsHere(place, 'apt-get').filter(({ args }) => args.some(({ value }) => value === 'install'));
      return installs.every(
        ({ command, args }) =>
          command.words[0]?.value !== 'apt-get' || args.some(({ value }) => value === '--no-install-recommends'),
      );
    },
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3015.hs',
    reason: 'apt takes 0, no and off for false; hadolint reads no other word than false.',
    example: 'FROM debian:13-slim\nRUN apt-get install -y -o APT::Install-Recommends=0 curl\n',
    neighbour: 'FROM debian:13-slim\nRUN apt-get install -y -o APT::Install-Recommends=1 curl\n',
    accepts: (place) =>
      runsHere(place, 'apt-get').some(({ args }) =>
        args.some(({ value }) => /Install-Recommends=(?:0|no|off)$/i.test(value)),
      ),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Shell.hs',
    reason:
      'hadolint takes any apt-get with the word install for one that installs, also where a package has that name.',
    example: 'FROM debian:13-slim\nRUN apt-get remove -y install\n',
    neighbour: 'FROM debian:13-slim\nRUN apt-get install -y curl\n',
    accepts: (place) => {
      const asked = runsHere(place, 'apt-get').map(
        ({ args }) => args.find(({ value }) => subcommand.test(value))?.value,
      );
      return asked.length > 0 && !asked.includes('install');
    },
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
