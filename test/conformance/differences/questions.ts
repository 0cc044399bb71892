import { isDry, mayHideOptions, optionUses } from '../../../server/src/engine/dockerfile/packages/read.js';
import {
  aptAssumeYes,
  mayBeConfigured,
  rpmAssumeYes,
} from '../../../server/src/engine/dockerfile/packages/settings.js';
import type { Manager, PackageCommand } from '../../../server/src/engine/dockerfile/packages/types.js';
import { differences, type Difference, type Place } from '../../../server/tools/conformance/types.js';
import { holds, lacking } from '../packages.js';
import { allOf, commandsHere, runsHere, stageHere } from '../predicates.js';

interface Asking {
  readonly rule: string;
  readonly code: string;
  readonly manager: Manager;
  readonly from: string;
  /** What hadolint looks for, and what it wants with it. */
  readonly words: RegExp;
  readonly yes: RegExp;
}

const yes = /^-\w*y|^--(?:yes|assume-?yes)$/;
const apt: Asking = {
  rule: 'interactive-apt-install',
  code: 'DL3014',
  manager: 'apt',
  from: 'FROM debian:13-slim\n',
  words: /^install$/,
  yes,
};
const installs = /^(?:local|group)?install$/;
const dnf: Asking = {
  rule: 'interactive-dnf-install',
  code: 'DL3038',
  manager: 'dnf',
  from: 'FROM fedora:44\n',
  words: installs,
  yes,
};
const yum: Asking = {
  rule: 'interactive-yum-install',
  code: 'DL3030',
  manager: 'yum',
  from: 'FROM almalinux:9\n',
  words: installs,
  yes,
};
const zypper: Asking = {
  rule: 'interactive-zypper-install',
  code: 'DL3034',
  manager: 'zypper',
  from: 'FROM opensuse/leap:16.0\n',
  words: /^(?:install|in|remove|rm|source-install|si|patch)$/,
  yes: /^-\w*[ny]|^--(?:non-interactive|no-confirm)$/,
};

interface Answered {
  readonly reason: string;
  readonly unknowable?: boolean;
  /** What stands behind FROM in the example, and in the neighbour. */
  readonly text: string;
  readonly near: string;
  readonly test: (command: PackageCommand, place: Place) => boolean;
}

/** hadolint sees a question, but there is none, or something answers it. */
function answered(asking: Asking, { reason, unknowable = false, text, near, test }: Answered): Difference {
  const { rule, code, manager, from, words } = asking;
  return {
    rule,
    tool: 'hadolint',
    code,
    side: 'theirs',
    class: unknowable ? 'unknowable' : 'upstream',
    ...(!unknowable && { source: `https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/${code}.hs` }),
    reason,
    example: `${from}${text}`,
    neighbour: `${from}${near}`,
    accepts: (place) => allOf(lacking(place, manager, words, asking.yes), (command) => test(command, place)),
  };
}

function held(asking: Asking, program: string, option: string): Difference {
  return answered(asking, {
    reason: 'The variable holds the answer; hadolint does not look into it.',
    text: `ARG OPTIONS=${option}\nRUN ${program} $OPTIONS install curl\n`,
    near: `ARG OPTIONS=--quiet\nRUN ${program} $OPTIONS install curl\n`,
    test: (command) => holds(command, asking.yes),
  });
}

function fed(asking: Asking, program: string): Difference {
  return answered(asking, {
    reason: 'What it reads from its standard input answers.',
    text: `RUN yes | ${program} install curl\n`,
    near: `RUN ${program} install curl < /dev/null\n`,
    test: ({ run: { command, wrappers } }, place) =>
      commandsHere(place).some(({ name }) => name === 'yes') ||
      (!wrappers.includes('xargs') &&
        (command.join === '|' ||
          command.redirects.some(({ operator, target }) => operator.startsWith('<') && target?.value !== '/dev/null'))),
  });
}

function switched(asking: Asking, program: string, option: string, setting: string): Difference {
  return answered(asking, {
    reason: 'A setting given as an option answers as -y does.',
    text: `RUN ${program} ${option}${setting}=1 install curl\n`,
    near: `RUN ${program} ${option}${setting}=0 install curl\n`,
    test: ({ run: { args } }) => args.some(({ value }) => /(?:Assume-Yes|assumeyes)=(?:1|true|yes)$/i.test(value)),
  });
}

function tried(asking: Asking, program: string, option: string): Difference {
  return answered(asking, {
    reason: 'What is only tried asks nothing.',
    text: `RUN ${program} install ${option} curl\n`,
    near: `RUN ${program} install ${option} curl && ${program} install curl\n`,
    test: isDry,
  });
}

/** Settings that a RUN writes, and those in a file that nobody here can read. */
const none = /(?!)/;
const aptWritten = { text: aptAssumeYes.text, file: none };
const aptCopied = { text: none, file: aptAssumeYes.file };
const rpmWritten = { text: rpmAssumeYes.text, file: none };

const written = 'A configuration file that an earlier step wrote answers.';

export default differences(
  held(apt, 'apt-get', '-y'),
  held(dnf, 'dnf', '-y'),
  held(yum, 'yum', '-y'),
  held(zypper, 'zypper', '--non-interactive'),
  fed(apt, 'apt-get'),
  fed(dnf, 'dnf'),
  fed(yum, 'yum'),
  fed(zypper, 'zypper'),
  switched(apt, 'apt-get', '-o ', 'APT::Get::Assume-Yes'),
  switched(dnf, 'dnf', '--setopt=', 'assumeyes'),
  switched(yum, 'yum', '--setopt=', 'assumeyes'),
  tried(apt, 'apt-get', '--simulate'),
  tried(zypper, 'zypper', '--dry-run'),
  answered(apt, {
    reason: written,
    text: 'RUN echo \'APT::Get::Assume-Yes "1";\' > /etc/apt/apt.conf.d/90yes\nRUN apt-get install curl\n',
    near: 'RUN echo \'APT::Get::Show-Versions "1";\' > /etc/apt/apt.conf.d/90yes\nRUN apt-get install curl\n',
    test: (command, { doc }) => mayBeConfigured(doc, command, aptWritten),
  }),
  answered(yum, {
    reason: written,
    text: 'RUN echo assumeyes=1 >> /etc/yum.conf\nRUN yum install curl\n',
    near: 'RUN echo best=1 >> /etc/yum.conf\nRUN yum install curl\n',
    test: (command, { doc }) => mayBeConfigured(doc, command, rpmWritten),
  }),
  answered(apt, {
    reason: 'A configuration file that was copied may answer.',
    unknowable: true,
    text: 'COPY apt.conf /etc/apt/apt.conf.d/90build\nRUN apt-get install curl\n',
    near: 'COPY apt.list /etc/apt/sources.list.d/90build.list\nRUN apt-get install curl\n',
    test: (command, { doc }) => mayBeConfigured(doc, command, aptCopied),
  }),
  answered(apt, {
    reason: 'A variable without a known value, or the arguments of a function, may hold the answer.',
    unknowable: true,
    text: 'ARG OPTIONS\nRUN apt-get $OPTIONS install curl\n',
    near: 'ARG PACKAGES\nRUN apt-get install $PACKAGES\n',
    test: mayHideOptions,
  }),
  answered(apt, {
    reason: 'Any two of -q and --quiet imply -y; hadolint counts each spelling by itself.',
    text: 'RUN apt-get -q --quiet install curl\n',
    near: 'RUN apt-get -q install curl\n',
    test: (command) => optionUses(command, { short: 'q', long: ['quiet'] }).length > 1,
  }),
  {
    rule: apt.rule,
    tool: 'hadolint',
    code: apt.code,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/643',
    reason: 'A Windows image has no apt-get.',
    example: '# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2025\nRUN apt-get install curl\n',
    neighbour: 'FROM debian:13-slim\nRUN apt-get install curl\n',
    accepts: (place) => stageHere(place)?.os === 'windows',
  },
  {
    rule: zypper.rule,
    tool: 'hadolint',
    code: zypper.code,
    side: 'ours',
    class: 'upstream',
    source: 'https://en.opensuse.org/SDB:Zypper_manual',
    reason: 'Behind install -n is --name; only in front of it zypper asks nothing then.',
    example: 'FROM opensuse/leap:16.0\nRUN zypper in -n curl\n',
    neighbour: 'FROM opensuse/leap:16.0\nRUN zypper in curl\n',
    accepts: (place) =>
      allOf(runsHere(place, 'zypper'), ({ args }) => {
        const verb = args.findIndex(({ value }) => !value.startsWith('-'));
        return (
          !args.some(({ value }) => zypper.words.test(value)) ||
          args.slice(verb + 1).some(({ value }) => /^-\w*n/.test(value))
        );
      }),
  },
);
