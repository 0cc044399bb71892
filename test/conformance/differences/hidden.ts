import { differences, type Difference } from '../../../server/tools/conformance/types.js';
import { allOf, isHidden, runsHere } from '../predicates.js';

const shell = 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Shell.hs';

interface Hidden {
  readonly rule: string;
  readonly code: string;
  readonly programs: readonly string[];
  /** What hadolint looks for among the arguments; nothing where the program is enough. */
  readonly words?: RegExp;
  readonly example: string;
  readonly neighbour: string;
}

/** Commands of which hadolint sees none. */
export default differences(
  ...[
    {
      rule: 'unpinned-apk-packages',
      code: 'DL3018',
      programs: ['apk'],
      words: /^add$/,
      example: 'FROM alpine:3.23\nRUN /sbin/apk add curl\n',
      neighbour: 'FROM alpine:3.23\nRUN /sbin/apk del git && apk add curl\n',
    },
    {
      rule: 'apt-command',
      code: 'DL3027',
      programs: ['apt'],
      example: 'FROM debian:13-slim\nRUN bash -c "apt autoremove -y"\n',
      neighbour: 'FROM debian:13-slim\nRUN bash -c "apt autoremove -y" && apt autoremove -y\n',
    },
    {
      rule: 'apt-lists-left',
      code: 'DL3009',
      programs: ['apt', 'apt-get', 'aptitude'],
      words: /^update$/,
      example: 'FROM debian:13-slim\nRUN sudo apt-get update\n',
      neighbour: 'FROM debian:13-slim\nRUN sudo apt-get clean && apt-get update\n',
    },
    {
      rule: 'interactive-apt-install',
      code: 'DL3014',
      programs: ['apt-get'],
      words: /^install$/,
      example: 'FROM debian:13-slim\nRUN sudo apt-get install curl\n',
      neighbour: 'FROM debian:13-slim\nRUN sudo apt-get update && apt-get install curl\n',
    },
    {
      rule: 'dnf-cache-left',
      code: 'DL3040',
      programs: ['dnf', 'microdnf'],
      words: /^(?:install|in|upgrade|up|upgrade-minimal|up-min|reinstall|rei)$/,
      example: 'FROM almalinux:9\nRUN sudo dnf install -y curl\n',
      neighbour: 'FROM almalinux:9\nRUN sudo dnf remove -y gcc && dnf install -y curl\n',
    },
    {
      rule: 'unpinned-dnf-packages',
      code: 'DL3041',
      programs: ['dnf', 'microdnf'],
      words: /^install$/,
      example: 'FROM almalinux:9\nRUN sudo dnf install -y curl\n',
      neighbour: 'FROM almalinux:9\nRUN sudo dnf remove -y gcc && dnf install -y curl\n',
    },
    {
      rule: 'distribution-upgrade',
      code: 'DL3035',
      programs: ['zypper'],
      words: /^(?:dup|dist-upgrade)$/,
      example: 'FROM opensuse/leap:16.0\nRUN sudo zypper dup -y\n',
      neighbour: 'FROM opensuse/leap:16.0\nRUN sudo zypper ref && zypper dup -y\n',
    },
    {
      rule: 'host-command',
      code: 'DL3001',
      programs: ['free', 'kill', 'mount', 'ps', 'service', 'shutdown', 'ssh', 'top', 'vim'],
      example: 'FROM debian:13-slim\nRUN sudo ps aux\n',
      neighbour: 'FROM debian:13-slim\nRUN sudo ps aux; mount -a\n',
    },
    {
      rule: 'wget-progress-output',
      code: 'DL3047',
      programs: ['wget'],
      example: 'FROM debian:13-slim\nRUN env X=1 wget https://example.com/a\n',
      neighbour: 'FROM debian:13-slim\nRUN env X=1 true && wget https://example.com/a\n',
    },
  ].map(({ programs, words, ...hidden }: Hidden): Difference => ({
    ...hidden,
    tool: 'hadolint',
    side: 'ours',
    class: 'upstream',
    source: shell,
    reason: 'Behind sudo, env or xargs, by its path and in the text of another command it is the same program.',
    accepts: (place) => {
      const asked = runsHere(place, ...programs);
      const meant =
        words === undefined ? asked : asked.filter(({ args }) => args.some(({ value }) => words.test(value)));
      return allOf(meant, (run) => isHidden(place, run));
    },
  })),
);
