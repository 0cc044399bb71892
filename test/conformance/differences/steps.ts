import { unitsOfRun } from '../../../server/src/engine/dockerfile/shell/pipes.js';
import type { ShellCommand } from '../../../server/src/engine/shell/types.js';
import { openTests } from '../../../server/src/engine/shell/openTests.js';
import { differences, type Place } from '../../../server/tools/conformance/types.js';
import { commandsHere, runsHere, stageHere } from '../predicates.js';

const shell = 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Shell.hs';

/** Differences of rules about steps as a whole and the shells that run them. */
export default differences(
  {
    rule: 'pipe-without-pipefail',
    tool: 'hadolint',
    code: 'DL4006',
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/977',
    reason: 'The step asks for pipefail itself.',
    example: 'FROM alpine:3.23\nRUN set -o pipefail && cat /a | sort\n',
    neighbour: 'FROM alpine:3.23\nRUN set -e && cat /a | sort\n',
    accepts: (place) => runsHere(place, 'set').some(({ args }) => args.some(({ value }) => value === 'pipefail')),
  },
  {
    rule: 'pipe-without-pipefail',
    tool: 'hadolint',
    code: 'DL4006',
    side: 'theirs',
    class: 'upstream',
    source: 'https://www.gnu.org/software/bash/manual/bash.html#Pipelines',
    reason: 'yes is stopped when its reader ends, which pipefail takes for a failure.',
    example: 'FROM debian:13-slim\nRUN yes | apt-get clean\n',
    neighbour: 'FROM debian:13-slim\nRUN cat /a | apt-get clean\n',
    accepts: (place) => commandsHere(place)[0]?.name === 'yes' || runsHere(place, 'yes').length > 0,
  },
  {
    rule: 'pipe-without-pipefail',
    tool: 'hadolint',
    code: 'DL4006',
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/406',
    reason: 'A stage inherits SHELL from the stage that it is built from.',
    example: 'FROM debian:13-slim AS base\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nFROM base\nRUN cat /a | sort\n',
    neighbour: 'FROM debian:13-slim AS base\nSHELL ["/bin/bash", "-c"]\nFROM base\nRUN cat /a | sort\n',
    accepts: ({ doc, instruction }) => instruction !== undefined && doc.shellAt(instruction).words.includes('pipefail'),
  },
  {
    rule: 'missing-healthcheck',
    tool: 'hadolint',
    code: 'DL3057',
    side: 'theirs',
    class: 'upstream',
    source: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
    reason: 'HEALTHCHECK tells how to test a container; a stage that only others copy from never becomes one.',
    example:
      'FROM debian:13-slim AS build\nRUN make\nFROM debian:13-slim\nCOPY --from=build /a /a\nHEALTHCHECK NONE\nCMD ["/a"]\n',
    neighbour: 'FROM debian:13-slim AS build\nRUN make\nFROM debian:13-slim\nCOPY --from=build /a /a\nCMD ["/a"]\n',
    accepts: (place) => stageHere(place)?.isFinal === false,
  },
  {
    rule: 'missing-healthcheck',
    tool: 'hadolint',
    code: 'DL3057',
    side: 'theirs',
    class: 'upstream',
    source: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
    reason:
      'Nothing says what the image starts, so nobody can say how to test it: it holds files, or serves as a base.',
    example: 'FROM scratch\nCOPY a /a\n',
    neighbour: 'FROM debian:13-slim\nCOPY a /a\nCMD ["/a"]\n',
    accepts: (place) => {
      const stage = stageHere(place);
      const starts = stage?.cmd !== undefined || stage?.entrypoint !== undefined;
      return stage?.baseImage?.familiar === 'scratch' || (!starts && stage?.known === undefined);
    },
  },
  {
    rule: 'consecutive-run',
    tool: 'hadolint',
    code: 'DL3059',
    side: 'theirs',
    class: 'upstream',
    source: shell,
    reason: 'hadolint counts the commands of PowerShell and cmd as if they were bash.',
    example:
      'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nSHELL ["powershell", "-Command"]\nRUN New-Item a\nRUN New-Item b\nUSER ContainerUser\n',
    neighbour:
      'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nSHELL ["powershell", "-Command"]\nRUN ["a"]\nRUN ["b"]\nUSER ContainerUser\n',
    accepts: ({ doc, instruction }) =>
      instruction !== undefined && instruction.json === undefined && !doc.shellAt(instruction).posix,
  },
  {
    rule: 'pipe-without-pipefail',
    tool: 'hadolint',
    code: 'DL4006',
    side: 'theirs',
    class: 'upstream',
    source: shell,
    reason: 'cmd and PowerShell have no pipefail.',
    example: 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN type a | sort\nUSER ContainerUser\n',
    neighbour: 'FROM debian:13-slim\nRUN cat a | sort\n',
    accepts: ({ doc, instruction }) =>
      instruction !== undefined && instruction.json === undefined && !doc.shellAt(instruction).posix,
  },
  {
    rule: 'shell-syntax-error',
    tool: 'shellcheck',
    code: 'SC1075',
    side: 'theirs',
    class: 'upstream',
    source: 'https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_09_04_07',
    reason: 'An if behind else, with a fi of its own, is correct shell.',
    example: 'FROM debian:13-slim\nRUN if true; then ls; else if false; then ls; fi; fi\n',
    neighbour: 'FROM debian:13-slim\nRUN if true; then ls; else if false; then ls; fi\n',
    accepts: (place) => place.instruction !== undefined && !isUnreadable(place),
  },
  {
    rule: 'echo-escape',
    tool: 'shellcheck',
    code: 'SC2028',
    side: 'theirs',
    class: 'upstream',
    source: 'https://manpages.debian.org/trixie/dash/dash.1.en.html',
    reason: 'ShellCheck cannot know that sh is dash on this image, whose echo reads escape sequences.',
    example: "FROM debian:13-slim\nRUN echo 'a\\nb' > /etc/a\n",
    neighbour: "FROM alpine:3.23\nRUN echo 'a\\nb' > /etc/a\n",
    accepts: ({ doc, instruction }) =>
      instruction !== undefined &&
      unitsOfRun(doc, instruction.trigger ?? instruction).some(({ dialect, namedSh }) => namedSh && dialect === 'dash'),
  },
  {
    rule: 'missing-healthcheck',
    tool: 'hadolint',
    code: 'DL3057',
    side: 'ours',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3057.hs',
    reason: 'HEALTHCHECK of a stage counts for those built from it; hadolint also counts it for the one below.',
    example:
      'FROM node:24-alpine AS base\nFROM base AS test\nHEALTHCHECK CMD ["true"]\nFROM base\nCMD ["node", "server.js"]\n',
    neighbour:
      'FROM node:24-alpine AS base\nFROM node:24-alpine AS test\nHEALTHCHECK CMD ["true"]\nFROM base\nCMD ["node", "server.js"]\n',
    accepts: (place) => {
      const stage = stageHere(place);
      return (
        stage?.parent !== undefined &&
        place.doc.stages.some(
          ({ parent, span, instructions }) =>
            parent === stage.parent &&
            span.start < stage.span.start &&
            instructions.some(({ keyword }) => keyword === 'HEALTHCHECK'),
        )
      );
    },
  },
  {
    rule: 'consecutive-run',
    tool: 'hadolint',
    code: 'DL3059',
    side: 'theirs',
    class: 'deliberate',
    reason: 'A here-document is a step of its own by design.',
    example: 'FROM alpine:3.23\nRUN ls\nRUN <<EOF\nls\nEOF\n',
    neighbour: 'FROM alpine:3.23\nRUN ls\nRUN ls -l\n',
    accepts: ({ instruction }) => (instruction?.heredocs.length ?? 0) > 0,
  },
  {
    rule: 'consecutive-run',
    tool: 'hadolint',
    code: 'DL3059',
    side: 'theirs',
    class: 'upstream',
    source: shell,
    reason: 'Of a text with a mistake hadolint counts no commands at all, so that it looks short.',
    example: 'FROM alpine:3.23\nRUN ls\nRUN (cd /srv && ls -l\n',
    neighbour: 'FROM alpine:3.23\nRUN ls\nRUN (ls -l\n',
    accepts: (place) => withAbove(place).some((each) => countedIn(each).length > 1 && isUnreadable(each)),
  },
  {
    rule: 'consecutive-run',
    tool: 'hadolint',
    code: 'DL3059',
    side: 'theirs',
    class: 'upstream',
    source: shell,
    reason: 'hadolint does not count a command whose name holds a variable.',
    example: 'FROM alpine:3.23\nRUN python$VERSION -V && ls\nRUN ls -l\n',
    neighbour: 'FROM alpine:3.23\nRUN python$VERSION -V\nRUN ls -l\n',
    accepts: (place) =>
      withAbove(place).some((each) => {
        const commands = countedIn(each);
        return commands.length > 1 && commands.filter(({ name }) => name !== undefined).length <= 1;
      }),
  },
);

/** The place, and that of the RUN above it. */
function withAbove(place: Place): readonly Place[] {
  const { instructions } = place.doc.syntax;
  const at = instructions.findIndex((instruction) => instruction === place.instruction);
  const above = instructions.slice(0, Math.max(0, at)).findLast(({ keyword }) => keyword === 'RUN');
  return [place, ...(above === undefined ? [] : [{ ...place, instruction: above }])];
}

/** The commands that make a step of several: tests are none. */
function countedIn({ doc, instruction }: Place): readonly ShellCommand[] {
  const commands = instruction === undefined ? [] : (doc.scriptOf(instruction)?.commands ?? []);
  return commands.filter(({ name, words }) => words.length > 0 && !/^(?:\[\[?|\(\()$/.test(name ?? ''));
}

/** ShellCheck stops at a mistake in the text, also where `[` lacks a bracket of its own. */
function isUnreadable({ doc, instruction }: Place): boolean {
  if (instruction === undefined) return false;
  return unitsOfRun(doc, instruction.trigger ?? instruction).some(
    ({ tree }) =>
      tree.of('Script').some(({ node }) => (node.errors ?? []).length > 0) ||
      !openTests(tree)[Symbol.iterator]().next().done,
  );
}
