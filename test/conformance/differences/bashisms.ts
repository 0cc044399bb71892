import { unitsOfRun } from '../../../server/src/engine/dockerfile/shell/pipes.js';
import { bashismsOf } from '../../../server/src/engine/shell/bashisms/index.js';
import { differences, type Difference, type Place } from '../../../server/tools/conformance/types.js';

/** Code, an image whose sh knows it, and the command. */
const known: readonly (readonly [string, string, string])[] = [
  ['SC3001', 'alpine:3.23', 'cat <(ls)'],
  ['SC3003', 'alpine:3.23', "printf $'a\\tb'"],
  ['SC3009', 'fedora:43', 'mkdir -p /srv/{a,b}'],
  ['SC3010', 'alpine:3.23', 'if [[ -d /srv ]]; then ls; fi'],
  ['SC3012', 'debian:13-slim', 'if [ a \\< b ]; then ls; fi'],
  ['SC3014', 'alpine:3.23', 'if [ "$MODE" == a ]; then ls; fi'],
  ['SC3020', 'alpine:3.23', 'ls &> /dev/null'],
  ['SC3028', 'alpine:3.23', 'echo "$RANDOM"'],
  ['SC3037', 'alpine:3.23', 'echo -e a'],
  ['SC3040', 'alpine:3.23', 'set -o pipefail && ls'],
  ['SC3043', 'debian:13-slim', 'f() { local a=1; echo "$a"; }; f'],
  ['SC3045', 'fedora:43', 'ulimit -n 1024'],
  ['SC3046', 'alpine:3.23', 'source /etc/profile'],
  ['SC3053', 'fedora:43', 'a=b && echo "${!a}"'],
  ['SC3057', 'alpine:3.23', 'a=1 && echo "${a:0:1}"'],
  ['SC3060', 'alpine:3.23', 'a=1 && echo "${a/1/2}"'],
];

/** What the sh of the base image is known to understand. */
export default differences(
  ...known.map(([code, image, command]): Difference => ({
    rule: 'bashism',
    tool: 'shellcheck',
    code,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/Shellcheck.hs',
    reason: 'ShellCheck is not told which shell stands behind sh on the base image; this one understands it.',
    example: `FROM ${image}\nRUN ${command}\n`,
    neighbour: `FROM registry.example.com/base:1\nRUN ${command}\n`,
    accepts: (place) => isKnown(place, code),
  })),
  {
    rule: 'unportable-shell',
    tool: 'shellcheck',
    code: 'SC3014',
    side: 'theirs',
    class: 'deliberate',
    reason: 'Inside [[ … ]] nothing is said of ==, since [[ is told and has to go.',
    example: 'FROM registry.example.com/base:1\nRUN if [[ "$MODE" == a ]]; then ls; fi\n',
    neighbour: 'FROM registry.example.com/base:1\nRUN if [[ "$MODE" = a ]] || [ "$MODE" == b ]; then ls; fi\n',
    accepts: ({ doc, instruction }) =>
      instruction !== undefined &&
      unitsOfRun(doc, instruction.trigger ?? instruction).every(({ tree }) => {
        const codes = bashismsOf(tree).map(({ code }) => code);
        return codes.includes('SC3010') && !codes.includes('SC3014');
      }),
  },
);

function isKnown({ doc, instruction }: Place, code: string): boolean {
  if (instruction === undefined) return false;
  return unitsOfRun(doc, instruction.trigger ?? instruction).some(
    ({ tree, dialect, namedSh }) =>
      namedSh &&
      dialect !== 'sh' &&
      bashismsOf(tree).some((found) => found.code === code && found.knows.includes(dialect)),
  );
}
