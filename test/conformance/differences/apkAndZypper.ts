import { optionUses } from '../../../server/src/engine/dockerfile/packages/read.js';
import { removes } from '../../../server/src/engine/dockerfile/install/cleanup.js';
import { differences, type Place } from '../../../server/tools/conformance/types.js';
import { areUnpinned, hasOptionValue, isAllUnknown, isOnlyTried, needNoVersions, packagesHere } from '../packages.js';
import { commandsHere, isNotShipped } from '../predicates.js';

const apk = { rule: 'unpinned-apk-packages', tool: 'hadolint', code: 'DL3018', side: 'theirs' } as const;
const zypper = { rule: 'unpinned-zypper-packages', tool: 'hadolint', code: 'DL3037', side: 'theirs' } as const;
const cache = { rule: 'zypper-cache-left', tool: 'hadolint', code: 'DL3036', side: 'theirs' } as const;

function source(code: string): string {
  return `https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/${code}.hs`;
}

const unknown = 'A variable without a known value may hold a package with its version.';
const value = 'hadolint takes the value of an option, in a word of its own, for a package.';

/** The last command that fetches packages, if what is asked of a command holds behind it. */
function behindAll(place: Place, test: (start: number) => boolean): boolean {
  const fetching = packagesHere(place, 'zypper').filter(({ action }) => action !== 'clean' && action !== 'other');
  const last = fetching.at(-1);
  return last !== undefined && test(last.run.command.span.end);
}

export default differences(
  {
    ...apk,
    class: 'upstream',
    source: 'https://man.archlinux.org/man/extra/apk-tools/apk-world.5.en',
    reason: 'The name of a library has its version in it, and what must not be there needs none.',
    example: "FROM alpine:3.23\nRUN apk add --no-cache '!openssl' so:libssl.so.3\n",
    neighbour: "FROM alpine:3.23\nRUN apk add --no-cache '!openssl' curl\n",
    accepts: (place) => needNoVersions(place, 'apk', (name) => /^(?:!|so:)/.test(name)),
  },
  {
    ...apk,
    class: 'upstream',
    source: source('DL3018'),
    reason: value,
    example: 'FROM alpine:3.23\nRUN apk add --no-cache --keys-dir keys gcc=15.2.0-r2\n',
    neighbour: 'FROM alpine:3.23\nRUN apk add --no-cache --keys-dir keys gcc\n',
    accepts: (place) => hasOptionValue(place, 'apk') && areUnpinned(place, 'apk', () => false),
  },
  {
    ...apk,
    class: 'unknowable',
    reason: unknown,
    example: 'FROM alpine:3.23\nARG PACKAGES\nRUN apk add --no-cache $PACKAGES\n',
    neighbour: 'FROM alpine:3.23\nARG PACKAGES\nRUN apk add --no-cache $PACKAGES curl\n',
    accepts: (place) => isAllUnknown(place, 'apk'),
  },
  {
    ...zypper,
    class: 'upstream',
    source: source('DL3037'),
    reason: 'What is taken away by an exclamation mark has no version.',
    example: "FROM opensuse/leap:16.0\nRUN zypper -n in curl=8.14.1 '!postfix'\n",
    neighbour: "FROM opensuse/leap:16.0\nRUN zypper -n in curl '!postfix'\n",
    accepts: (place) => needNoVersions(place, 'zypper', (name) => name.startsWith('!')),
  },
  {
    ...zypper,
    class: 'upstream',
    source: source('DL3037'),
    reason: 'A pattern is a group of packages, which has no version.',
    example: 'FROM opensuse/leap:16.0\nRUN zypper -n in -t pattern devel_basis\n',
    neighbour: 'FROM opensuse/leap:16.0\nRUN zypper -n in -t package devel_basis\n',
    accepts: (place) =>
      needNoVersions(place, 'zypper', (_, command) =>
        optionUses(command, { short: 't', long: ['type'] }).some((use) => use.value !== 'package'),
      ),
  },
  {
    ...zypper,
    class: 'upstream',
    source: source('DL3037'),
    reason: value,
    example: 'FROM opensuse/leap:16.0\nRUN zypper -n in --from updates curl=8.14.1\n',
    neighbour: 'FROM opensuse/leap:16.0\nRUN zypper -n in --from updates curl\n',
    accepts: (place) => hasOptionValue(place, 'zypper') && areUnpinned(place, 'zypper', () => false),
  },
  {
    ...zypper,
    class: 'upstream',
    source: source('DL3037'),
    reason: 'What zypper only tries is not installed.',
    example: 'FROM opensuse/leap:16.0\nRUN zypper install --dry-run curl\n',
    neighbour: 'FROM opensuse/leap:16.0\nRUN zypper install --dry-run curl && zypper install -y curl\n',
    accepts: (place) => isOnlyTried(place, 'zypper'),
  },
  {
    ...zypper,
    class: 'unknowable',
    reason: unknown,
    example: 'FROM opensuse/leap:16.0\nARG PACKAGES\nRUN zypper -n in $PACKAGES\n',
    neighbour: 'FROM opensuse/leap:16.0\nARG PACKAGES\nRUN zypper -n in $PACKAGES curl\n',
    accepts: (place) => isAllUnknown(place, 'zypper'),
  },
  {
    ...cache,
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/929',
    reason: 'What a stage leaves behind that is thrown away makes no image larger.',
    example:
      'FROM opensuse/leap:16.0 AS build\nRUN zypper -n in gcc\nFROM opensuse/leap:16.0\nCOPY --from=build /app /app\n',
    neighbour: 'FROM opensuse/leap:16.0 AS build\nRUN zypper -n in gcc\nFROM build\n',
    accepts: (place) =>
      isNotShipped(place) &&
      commandsHere(place).every(({ args }) => !args.some((word) => /^(?:-R|--(?:install)?root)/.test(word.value))),
  },
  {
    ...cache,
    class: 'upstream',
    source: source('DL3036'),
    reason: 'Removing the folder does what zypper clean does.',
    example: 'FROM opensuse/leap:16.0\nRUN zypper -n in httpd && rm -rf /var/cache/zypp/*\n',
    neighbour: 'FROM opensuse/leap:16.0\nRUN rm -rf /var/cache/zypp/* && zypper -n in httpd\n',
    accepts: (place) =>
      behindAll(place, (end) =>
        commandsHere(place).some((command) => command.span.start > end && removes(command, '/var/cache/zypp')),
      ),
  },
  {
    ...cache,
    class: 'upstream',
    source: source('DL3036'),
    reason: 'hadolint looks at the first clean-up of a step only; this one has another at its end.',
    example: 'FROM opensuse/leap:16.0\nRUN zypper -n ref && zypper clean && zypper -n in httpd && zypper clean --all\n',
    neighbour: 'FROM opensuse/leap:16.0\nRUN zypper -n ref && zypper clean --all && zypper -n in httpd\n',
    accepts: (place) =>
      behindAll(place, (end) =>
        packagesHere(place, 'zypper').some(({ action, run }) => action === 'clean' && run.command.span.start > end),
      ),
  },
);
