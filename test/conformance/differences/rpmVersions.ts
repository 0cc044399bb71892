import { differences } from '../../../server/tools/conformance/types.js';
import { areUnpinned, hasOptionValue, isAllUnknown } from '../packages.js';

const yum = { rule: 'unpinned-yum-packages', tool: 'hadolint', code: 'DL3033' } as const;
const dnf = { rule: 'unpinned-dnf-packages', tool: 'hadolint', code: 'DL3041' } as const;
const number = 'A version is the end of a word: a number in the middle belongs to the name.';

export default differences(
  {
    ...yum,
    side: 'ours',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3033.hs',
    reason: number,
    example: 'FROM almalinux:9\nRUN yum install -y java-17-openjdk\n',
    neighbour: 'FROM almalinux:9\nRUN yum install -y java-openjdk\n',
    accepts: (place) => areUnpinned(place, 'yum', ({ value }) => /-\d/.test(value)),
  },
  {
    ...dnf,
    side: 'ours',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3041.hs',
    reason: number,
    example: 'FROM almalinux:9\nRUN dnf install -y gcc-toolset-14-gcc\n',
    neighbour: 'FROM almalinux:9\nRUN dnf install -y gcc-toolset\n',
    accepts: (place) => areUnpinned(place, 'dnf', ({ value }) => /-\d/.test(value)),
  },
  {
    ...dnf,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3041.hs',
    reason: 'A variable behind the dash is the version; hadolint knows only those of ARG and ENV in the same file.',
    example: 'FROM almalinux:9\nRUN dnf install -y nginx-${NGINX_VERSION}\n',
    neighbour: 'FROM almalinux:9\nRUN dnf install -y nginx-${NGINX_VERSION} curl\n',
    accepts: (place) => isAllUnknown(place, 'dnf'),
  },
  {
    ...dnf,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3041.hs',
    reason: 'hadolint takes the value of an option, in a word of its own, for a package.',
    example: 'FROM almalinux:9\nRUN dnf install -y --releasever latest nginx-1.28\n',
    neighbour: 'FROM almalinux:9\nRUN dnf install -y --releasever latest nginx\n',
    accepts: (place) => hasOptionValue(place, 'dnf') && areUnpinned(place, 'dnf', () => false),
  },
);
