import { differences, type Place } from '../../../server/tools/conformance/types.js';
import { stageHere } from '../predicates.js';

const common = { rule: 'non-numeric-user', tool: 'hadolint', code: 'DL3066' } as const;
const source = 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3066.hs';

/** The user as far as the file tells. */
function user({ doc, instruction }: Place): { readonly name: string; readonly known: boolean } {
  const word = instruction?.words[0];
  if (instruction === undefined || word === undefined) return { name: '', known: false };
  const { value, known } = doc.expand(word, instruction);
  return { name: value.split(':')[0] ?? '', known };
}

export default differences(
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/pull/1239',
    reason: 'Only the user that the image starts with matters.',
    example: 'FROM debian:13-slim\nUSER nobody\nRUN true\nUSER 10001\n',
    neighbour: 'FROM debian:13-slim\nUSER 10001\nRUN true\nUSER nobody\n',
    accepts: ({ doc, instruction }) => doc.finalStage?.user !== instruction,
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source,
    reason: 'root is 0 everywhere, so nobody has to resolve it.',
    example: 'FROM debian:13-slim\nUSER root\n',
    neighbour: 'FROM debian:13-slim\nUSER nobody\n',
    accepts: (place) => user(place).name === 'root',
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://learn.microsoft.com/en-us/virtualization/windowscontainers/manage-containers/container-security',
    reason: 'Windows has no numbers for users.',
    example: 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nUSER ContainerUser\n',
    neighbour: 'FROM debian:13-slim\nUSER ContainerUser\n',
    accepts: (place) => stageHere(place)?.os === 'windows',
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source,
    reason: 'hadolint does not put in the values of ENV.',
    example: 'FROM debian:13-slim\nENV APP_UID=1000\nUSER ${APP_UID}\n',
    neighbour: 'FROM debian:13-slim\nENV APP_UID=app\nUSER ${APP_UID}\n',
    accepts: (place) => user(place).known && /^\d+$/.test(user(place).name),
  },
  {
    ...common,
    side: 'theirs',
    class: 'unknowable',
    reason: 'Only the build knows what the variable of the base image stands for.',
    example: 'FROM registry.example.com/base:1\nUSER ${NB_UID}\n',
    neighbour: 'FROM registry.example.com/base:1\nUSER nobody\n',
    accepts: (place) => !user(place).known,
  },
  {
    ...common,
    side: 'ours',
    class: 'upstream',
    source,
    reason: 'hadolint takes every argument for a number, whatever its default.',
    example: 'FROM debian:13-slim\nARG WHO=app\nUSER ${WHO}\n',
    neighbour: 'FROM debian:13-slim\nARG WHO=app\nUSER app\n',
    accepts: ({ doc, instruction }) =>
      instruction?.words[0]?.variables.some(
        ({ name, operator }) => operator === undefined && doc.scopeAt(instruction).get(name)?.kind === 'arg',
      ) === true,
  },
);
