import { isDry, mayHideOptions } from '../../../server/src/engine/dockerfile/packages/read.js';
import { aptRecommends, mayBeConfigured } from '../../../server/src/engine/dockerfile/packages/settings.js';
import type { PackageCommand } from '../../../server/src/engine/dockerfile/packages/types.js';
import { differences, type Place } from '../../../server/tools/conformance/types.js';
import { holds, lacking } from '../packages.js';
import { allOf, runsHere, stageHere } from '../predicates.js';

const common = { rule: 'apt-recommended-packages', tool: 'hadolint', code: 'DL3015' } as const;

const subcommand = /^(?:install|remove|purge|update|upgrade|dist-upgrade|autoremove|clean|download|build-dep)$/;

const source = 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3015.hs';
const wanted = /^--no-install-recommends$/;
/** Settings that a RUN writes, and those in a file that nobody here can read. */
const written = { text: aptRecommends.text, file: /(?!)/ };
const copied = { text: /(?!)/, file: aptRecommends.file };

/** The installs of the place without the option. */
function unlike(place: Place): readonly PackageCommand[] {
  return lacking(place, 'apt', /^install$/, wanted);
}

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
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source,
    reason: 'The variable holds the option; hadolint does not look into it.',
    example: 'FROM debian:13-slim\nARG OPTIONS="-y --no-install-recommends"\nRUN apt-get install $OPTIONS curl\n',
    neighbour: 'FROM debian:13-slim\nARG OPTIONS="-y --quiet"\nRUN apt-get install $OPTIONS curl\n',
    accepts: (place) => allOf(unlike(place), (command) => holds(command, wanted)),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://manpages.debian.org/trixie/apt/apt-get.8.en.html#OPTIONS',
    reason: '--install-recommends takes a value as every switch of apt does.',
    example: 'FROM debian:13-slim\nRUN apt-get install -y --install-recommends=false curl\n',
    neighbour: 'FROM debian:13-slim\nRUN apt-get install -y --install-recommends=true curl\n',
    accepts: (place) =>
      allOf(unlike(place), ({ args }) =>
        args.some(({ value }) => /^--install-recommends=(?:false|0|no|off)$/.test(value)),
      ),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source,
    reason: 'What apt-get only tries is not installed.',
    example: 'FROM debian:13-slim\nRUN apt-get install --simulate curl\n',
    neighbour: 'FROM debian:13-slim\nRUN apt-get install --simulate curl && apt-get install -y curl\n',
    accepts: (place) => allOf(unlike(place), isDry),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source,
    reason: 'A configuration file that an earlier step wrote switches them off.',
    example:
      'FROM debian:13-slim\nRUN echo \'APT::Install-Recommends "0";\' > /etc/apt/apt.conf.d/10recommends\nRUN apt-get install -y curl\n',
    neighbour:
      'FROM debian:13-slim\nRUN echo \'APT::Get::Show-Versions "0";\' > /etc/apt/apt.conf.d/10versions\nRUN apt-get install -y curl\n',
    accepts: (place) => allOf(unlike(place), (command) => mayBeConfigured(place.doc, command, written)),
  },
  {
    ...common,
    side: 'theirs',
    class: 'unknowable',
    reason: 'A configuration file that was copied may switch them off.',
    example: 'FROM debian:13-slim\nCOPY apt.conf /etc/apt/apt.conf.d/90build\nRUN apt-get install -y curl\n',
    neighbour: 'FROM debian:13-slim\nCOPY apt.list /etc/apt/sources.list.d/90build.list\nRUN apt-get install -y curl\n',
    accepts: (place) => allOf(unlike(place), (command) => mayBeConfigured(place.doc, command, copied)),
  },
  {
    ...common,
    side: 'theirs',
    class: 'unknowable',
    reason: 'A variable without a known value may hold the option.',
    example: 'FROM debian:13-slim\nARG OPTIONS\nRUN apt-get $OPTIONS install -y curl\n',
    neighbour: 'FROM debian:13-slim\nARG PACKAGES\nRUN apt-get install -y $PACKAGES\n',
    accepts: (place) => allOf(unlike(place), mayHideOptions),
  },
);
