import { outermost } from '../../../server/src/engine/dockerfile/model/outermost.js';
import { differences } from '../../../server/tools/conformance/types.js';
import { allOf, isNested, runsHere, stageHere } from '../predicates.js';

const shell = 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Shell.hs';
const host = ['free', 'kill', 'mount', 'ps', 'service', 'shutdown', 'ssh', 'top', 'vim'];

/** Differences of rules about the commands of RUN. */
export default differences(
  {
    rule: 'cd-command',
    tool: 'hadolint',
    code: 'DL3003',
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/422',
    reason: 'A change of folder in a subshell ends with it.',
    example: 'FROM debian:13-slim\nRUN (cd /src && make)\n',
    neighbour: 'FROM debian:13-slim\nRUN { cd /src && make; }\n',
    accepts: (place) => {
      const all = runsHere(place, 'cd');
      return (
        all.length > 0 &&
        all.every(({ command: { scopes } }) => scopes.includes('subshell') || scopes.includes('substitution'))
      );
    },
  },
  {
    rule: 'cd-command',
    tool: 'hadolint',
    code: 'DL3003',
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/643',
    reason: 'The commands of a Windows stage are left to those who know PowerShell and cmd.',
    example: '# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2025\nRUN cd C:\\src; .\\build.ps1\n',
    neighbour: 'FROM debian:13-slim\nRUN cd /src; ./build\n',
    accepts: (place) => stageHere(place)?.os === 'windows',
  },
  {
    rule: 'cd-command',
    tool: 'hadolint',
    code: 'DL3003',
    side: 'ours',
    class: 'upstream',
    source: shell,
    reason: 'hadolint does not look into the text that sh -c or su -c runs.',
    example: 'FROM debian:13-slim\nRUN sh -c "cd /src && make"\n',
    neighbour: 'FROM debian:13-slim\nRUN sh -c "make" && cd /src && make\n',
    accepts: (place) => runsHere(place, 'cd').every(({ command }) => isNested(place, command)),
  },
  {
    rule: 'curl-and-wget',
    tool: 'hadolint',
    code: 'DL4001',
    side: 'ours',
    class: 'upstream',
    source: shell,
    reason: 'hadolint does not look into the text that sh -c or su -c runs.',
    example: 'FROM debian:13-slim\nRUN curl -fsSLO https://example.com/a\nRUN sh -c "wget -q https://example.com/b"\n',
    neighbour:
      'FROM debian:13-slim\nRUN curl -fsSLO https://example.com/a\nRUN sh -c "ls" && wget -q https://example.com/b\n',
    accepts: (place) => {
      // Of the stage up to here, as hadolint counts.
      const stage = stageHere(place);
      const end = place.instruction?.span.end ?? 0;
      const seen = place.doc
        .runsOf('curl', 'wget')
        .filter(({ command: { span, instruction } }) => span.start < end && place.doc.stageOf(instruction) === stage);
      const plain = seen.filter(
        ({ command }) => !isNested({ ...place, instruction: outermost(command.instruction) }, command),
      );
      return new Set(plain.map(({ name }) => name)).size < 2;
    },
  },
  {
    rule: 'useradd-large-uid',
    tool: 'hadolint',
    code: 'DL3046',
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3046.hs',
    reason: 'hadolint counts the characters of a variable as the digits of an id.',
    example: 'FROM debian:13-slim\nRUN useradd -u "${uid}" app\nUSER app\n',
    neighbour: 'FROM debian:13-slim\nRUN useradd -u 200000 "${name}"\nUSER 200000\n',
    accepts: (place) =>
      runsHere(place, 'useradd').some(({ args }) =>
        args.some(({ variables }, i) => variables.length > 0 && args[i - 1]?.value === '-u'),
      ),
  },
  {
    rule: 'wget-progress-output',
    tool: 'hadolint',
    code: 'DL3047',
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3047.hs',
    reason: 'The wget of BusyBox knows no --progress and writes little.',
    example: 'FROM alpine:3.23\nRUN wget https://example.com/a\n',
    neighbour: 'FROM alpine:3.23\nRUN apk add --no-cache wget=1 && wget https://example.com/a\n',
    accepts: (place) => {
      const family = stageHere(place)?.known?.family;
      const installed = place.doc.runsOf('apk').some(({ args }) => args.some(({ value }) => value.startsWith('wget')));
      return (family === 'alpine' || family === 'busybox') && !installed;
    },
  },
  {
    rule: 'relinked-shell',
    tool: 'hadolint',
    code: 'DL4005',
    side: 'ours',
    class: 'upstream',
    source: shell,
    reason: 'hadolint knows a program by its bare name only.',
    example: 'FROM debian:13-slim\nRUN /bin/ln -sf /bin/bash /bin/sh\n',
    neighbour: 'FROM debian:13-slim\nRUN ln -sf /bin/bash /bin/sh\n',
    accepts: (place) =>
      runsHere(place, 'ln').every(({ words, command }) => words[0]?.value !== 'ln' || command.words[0] !== words[0]),
  },
  {
    rule: 'curl-and-wget',
    tool: 'hadolint',
    code: 'DL4001',
    side: 'ours',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL4001.hs',
    reason: 'A trigger runs on top of this image, which has the other program already; hadolint counts triggers apart.',
    example: 'FROM debian:13-slim\nRUN wget -q https://example.com/a\nONBUILD RUN curl -fsSLO https://example.com/b\n',
    neighbour:
      'FROM debian:13-slim\nONBUILD RUN wget -q https://example.com/a\nONBUILD RUN curl -fsSLO https://example.com/b\n',
    accepts: (place) => {
      const stage = stageHere(place);
      const end = place.instruction?.span.end ?? 0;
      const triggers = place.doc
        .runsOf('curl', 'wget')
        .filter(
          ({ command: { span, instruction } }) =>
            span.start < end && instruction.parent !== undefined && place.doc.stageOf(instruction) === stage,
        );
      return place.instruction?.keyword === 'ONBUILD' && new Set(triggers.map(({ name }) => name)).size < 2;
    },
  },
  {
    rule: 'host-command',
    tool: 'hadolint',
    code: 'DL3001',
    side: 'theirs',
    class: 'upstream',
    source: 'https://docs.docker.com/reference/dockerfile/#run---mounttypessh',
    reason: 'Docker itself hands keys to ssh for one step.',
    example: 'FROM debian:13-slim\nRUN --mount=type=ssh ssh -T git@github.com\n',
    neighbour: 'FROM debian:13-slim\nRUN --mount=type=cache,target=/var/cache ssh -T git@github.com\n',
    accepts: (place) =>
      allOf(runsHere(place, ...host), ({ name }) => name === 'ssh') &&
      place.instruction?.flags.some(({ options }) =>
        options.some((option) => option.name === 'type' && option.value === 'ssh'),
      ) === true,
  },
  {
    rule: 'relinked-shell',
    tool: 'hadolint',
    code: 'DL4005',
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL4005.hs',
    reason:
      'A link that leads to /bin/sh leaves it as it is; hadolint takes each ln with this word for one that changes it.',
    example: 'FROM debian:13-slim\nRUN ln -s /bin/sh /usr/local/bin/shell\n',
    neighbour: 'FROM debian:13-slim\nRUN ln -s /usr/local/bin/shell /bin/sh\n',
    accepts: (place) =>
      allOf(
        runsHere(place, 'ln').filter(({ args }) => args.some(({ value }) => value === '/bin/sh')),
        ({ args }) => args.at(-1)?.value !== '/bin/sh',
      ),
  },
  {
    rule: 'useradd-large-uid',
    tool: 'hadolint',
    code: 'DL3046',
    side: 'ours',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3046.hs',
    reason: '--uid is -u, but hadolint takes its value from -u alone.',
    example: 'FROM debian:13-slim\nRUN useradd --uid=200000 app\nUSER app\n',
    neighbour: 'FROM debian:13-slim\nRUN useradd -u 200000 app\nUSER app\n',
    accepts: (place) =>
      allOf(runsHere(place, 'useradd'), ({ args }) => args.every(({ value }) => !/^-(?!-)\w*u/.test(value))),
  },
  {
    rule: 'wget-progress-output',
    tool: 'hadolint',
    code: 'DL3047',
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3047.hs',
    reason: 'A wget that tells its version downloads nothing.',
    example: 'FROM debian:13-slim\nRUN wget --version\n',
    neighbour: 'FROM debian:13-slim\nRUN wget --version && wget https://example.com/a\n',
    accepts: (place) =>
      allOf(
        runsHere(place, 'wget').filter(
          ({ args }) => !args.some(({ value }) => /^-\w*[qoa]|^-nv$|^--(?:quiet|no-verbose)/.test(value)),
        ),
        ({ args }) => args.some(({ value }) => /^(?:-V|--version)$/.test(value)),
      ),
  },
);
