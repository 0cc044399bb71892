import { givesUpRoot } from '../../../server/src/engine/dockerfile/user/privileges.js';
import { differences } from '../../../server/tools/conformance/types.js';
import { stageHere } from '../predicates.js';

const common = { rule: 'root-user', tool: 'hadolint', code: 'DL3002' } as const;

export default differences(
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/405',
    reason: 'No container is started from a stage that is not the last one.',
    example: 'FROM debian:13-slim AS build\nUSER root\nFROM debian:13-slim\nUSER app\n',
    neighbour: 'FROM debian:13-slim AS build\nUSER app\nFROM debian:13-slim\nUSER root\n',
    accepts: (place) => stageHere(place)?.isFinal === false,
  },
  {
    ...common,
    side: 'ours',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3002.hs',
    reason: 'ContainerAdministrator is the root of Windows containers.',
    example: 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nUSER ContainerAdministrator\n',
    neighbour: 'FROM debian:13-slim\nUSER root\n',
    accepts: ({ instruction }) => /^ContainerAdministrator$/i.test(instruction?.words[0]?.value ?? ''),
  },
  {
    ...common,
    side: 'ours',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3002.hs',
    reason: 'The variable is root by default; hadolint does not expand it.',
    example: 'FROM debian:13-slim\nARG RUN_AS=root\nUSER ${RUN_AS}\n',
    neighbour: 'FROM debian:13-slim\nARG RUN_AS=root\nUSER root\n',
    accepts: ({ instruction }) => (instruction?.words[0]?.variables.length ?? 0) > 0,
  },
  {
    ...common,
    side: 'theirs',
    class: 'deliberate',
    reason: 'The entry point of these images steps down from root itself.',
    example: 'FROM postgres:18\nUSER root\n',
    neighbour: 'FROM debian:13-slim\nUSER root\n',
    accepts: (place) => {
      const stage = stageHere(place);
      return stage?.isFinal === true && givesUpRoot(place.doc, stage);
    },
  },
);
