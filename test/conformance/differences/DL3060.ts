import { yarnGeneration, yarnInstall } from '../../../server/src/engine/dockerfile/install/yarn.js';
import { yarnCacheCleaned, yarnCacheKeptOut } from '../../../server/src/engine/dockerfile/install/yarnCache.js';
import { unknownFacts } from '../../../server/src/engine/facts.js';
import { differences, type Place } from '../../../server/tools/conformance/types.js';
import { isInString, runsHere, stageHere } from '../predicates.js';

const common = { rule: 'yarn-cache-left', tool: 'hadolint', code: 'DL3060' } as const;
const source = 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3060.hs';

/** The installs of the place. */
function installs(place: Place) {
  return runsHere(place, 'yarn').filter((run) => yarnInstall(run) !== undefined);
}

export default differences(
  {
    ...common,
    side: 'ours',
    class: 'upstream',
    source,
    reason: 'yarn alone and yarn add fill the same cache as yarn install, and so does yarn behind another command.',
    example: 'FROM node:24-slim\nRUN yarn add express@5.1.0\n',
    neighbour: 'FROM node:24-slim\nRUN yarn install\n',
    accepts: (place) =>
      installs(place).every(
        ({ args, wrappers, command }) =>
          args.every(({ value }) => value !== 'install') ||
          wrappers.length > 0 ||
          isInString(place, command) ||
          isBySu(place),
      ),
  },
  {
    ...common,
    side: 'theirs',
    class: 'deliberate',
    reason: 'Yarn 2 and newer keep packages elsewhere, and programs may run from there.',
    example: 'FROM node:24-slim\nRUN yarn install --immutable\n',
    neighbour: 'FROM node:24-slim\nRUN yarn install --frozen-lockfile\n',
    accepts: (place) => yarnGeneration(place.doc, stageHere(place), unknownFacts) !== 'classic',
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source,
    reason: 'The cache is removed by name, or lies in a mount or a file system of memory that hadolint does not know.',
    example: 'FROM node:24-slim\nRUN yarn install && rm -rf /usr/local/share/.cache\n',
    neighbour: 'FROM node:24-slim\nRUN rm -rf /usr/local/share/.cache && yarn install\n',
    accepts: (place) => {
      const last = installs(place).at(-1);
      return last !== undefined && (yarnCacheCleaned(place.doc, last) || yarnCacheKeptOut(place.doc, last));
    },
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source,
    reason: 'A script of the project may be called install.',
    example: 'FROM node:24-slim\nRUN yarn run install\n',
    neighbour: 'FROM node:24-slim\nRUN yarn install\n',
    accepts: (place) => installs(place).length === 0,
  },
);

function isBySu(place: Place): boolean {
  return runsHere(place, 'su', 'runuser').length > 0;
}
