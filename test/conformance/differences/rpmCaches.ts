import { differences } from '../../../server/tools/conformance/types.js';
import { hasOwnRoot, isCacheMounted, isCleanedAfterAll, isCleanedBy, isTakenForCleaned } from '../packages.js';
import { isNotShipped } from '../predicates.js';

const yum = { rule: 'yum-cache-left', tool: 'hadolint', code: 'DL3032' } as const;
const dnf = { rule: 'dnf-cache-left', tool: 'hadolint', code: 'DL3040' } as const;
const yumSource = 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3032.hs';
const dnfSource = 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3040.hs';
const anyRemoval = 'hadolint takes any `rm -rf` behind the first install for the clean-up.';
const firstRemoval = 'hadolint takes an unrelated `rm -rf` in front of the install for the clean-up, which comes last.';
const thrownAway = 'What a stage leaves behind that is thrown away makes no image larger.';
const both = 'yum is another name of dnf since release 8, so each cleans up for the other.';
const mounted = 'The files lie in a mount, which is no part of the image.';

export default differences(
  {
    ...yum,
    side: 'ours',
    class: 'upstream',
    source: yumSource,
    reason: anyRemoval,
    example: 'FROM almalinux:9\nRUN yum install -y curl && rm -rf /tmp/*\n',
    neighbour: 'FROM almalinux:9\nRUN rm -rf /tmp/* && yum install -y curl\n',
    accepts: (place) => isTakenForCleaned(place, 'yum'),
  },
  {
    ...yum,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/929',
    reason: thrownAway,
    example: 'FROM almalinux:9 AS build\nRUN yum install -y gcc\nFROM almalinux:9\nCOPY --from=build /app /app\n',
    neighbour: 'FROM almalinux:9 AS build\nRUN yum install -y gcc\nFROM build\n',
    accepts: (place) => isNotShipped(place) && !hasOwnRoot(place),
  },
  {
    ...yum,
    side: 'theirs',
    class: 'upstream',
    source: yumSource,
    reason: mounted,
    example: 'FROM almalinux:9\nRUN --mount=type=cache,target=/var/cache/yum yum install -y curl\n',
    neighbour: 'FROM almalinux:9\nRUN --mount=type=cache,target=/var/cache/app yum install -y curl\n',
    accepts: (place) => isCacheMounted(place, '/var/cache/yum', '/var/cache/dnf'),
  },
  {
    ...dnf,
    side: 'ours',
    class: 'upstream',
    source: dnfSource,
    reason: anyRemoval,
    example: 'FROM almalinux:9\nRUN dnf install -y curl && rm -rf /tmp/*\n',
    neighbour: 'FROM almalinux:9\nRUN rm -rf /tmp/* && dnf install -y curl\n',
    accepts: (place) => isTakenForCleaned(place, 'dnf'),
  },
  {
    ...dnf,
    side: 'theirs',
    class: 'upstream',
    source: dnfSource,
    reason: firstRemoval,
    example: 'FROM almalinux:9\nRUN rm -rf /tmp/* && dnf install -y curl && dnf clean all\n',
    neighbour: 'FROM almalinux:9\nRUN rm -rf /tmp/* && dnf clean all && dnf install -y curl\n',
    accepts: (place) => isCleanedAfterAll(place, 'dnf'),
  },
  {
    ...dnf,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/929',
    reason: thrownAway,
    example: 'FROM almalinux:9 AS build\nRUN dnf install -y gcc\nFROM almalinux:9\nCOPY --from=build /app /app\n',
    neighbour: 'FROM almalinux:9 AS build\nRUN dnf install -y gcc\nFROM build\n',
    accepts: (place) => isNotShipped(place) && !hasOwnRoot(place),
  },
  {
    ...dnf,
    side: 'theirs',
    class: 'upstream',
    source: dnfSource,
    reason: mounted,
    example: 'FROM almalinux:9\nRUN --mount=type=cache,target=/var/cache/dnf dnf install -y curl\n',
    neighbour: 'FROM almalinux:9\nRUN --mount=type=cache,target=/var/cache/app dnf install -y curl\n',
    accepts: (place) => isCacheMounted(place, '/var/cache/yum', '/var/cache/dnf', '/var/cache/libdnf5'),
  },
  {
    ...yum,
    side: 'theirs',
    class: 'upstream',
    source: yumSource,
    reason: both,
    example: 'FROM almalinux:9\nRUN yum install -y httpd && dnf clean all\n',
    neighbour: 'FROM almalinux:9\nRUN dnf clean all && yum install -y httpd\n',
    accepts: (place) => isCleanedBy(place, 'yum', 'dnf'),
  },
  {
    ...dnf,
    side: 'theirs',
    class: 'upstream',
    source: dnfSource,
    reason: both,
    example: 'FROM fedora:44\nRUN dnf install -y httpd && yum clean all\n',
    neighbour: 'FROM fedora:44\nRUN yum clean all && dnf install -y httpd\n',
    accepts: (place) => isCleanedBy(place, 'dnf', 'yum'),
  },
);
