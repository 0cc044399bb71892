import { operands } from '../../shell/options.js';
import { withoutSlashes } from '../../text/paths.js';
import type { Command, DockerfileDocument, RunCommand } from '../model/types.js';
import { removes } from './cleanup.js';
import { mountHolds, transientMounts } from './mounts.js';
import { yarnValues } from './yarn.js';

/** Where Yarn 1 keeps downloads as root (yarnpkg/yarn, src/util/user-home-dir.js) and, below the home, as another user. */
export const classicCaches = { root: '/usr/local/share/.cache/yarn', home: '.cache/yarn' } as const;

/** The folder that a command or its surroundings choose for the cache; undefined for the usual one. Never throws. */
export function chosenYarnCache(doc: DockerfileDocument, run: RunCommand): string | undefined {
  const option = run.args.findIndex(({ value }) => /^--cache-folder(?:=|$)/.test(value));
  const given = run.args[option]?.value.split('=', 2)[1] ?? run.args[option + 1]?.value;
  if (option >= 0) return given ?? '';
  const assigned = run.assignments.find(({ name }) => name === 'YARN_CACHE_FOLDER');
  if (assigned !== undefined) return assigned.value?.value ?? '';
  const variable = doc.scopeAt(run.command.instruction).get('YARN_CACHE_FOLDER');
  return variable === undefined ? undefined : (variable.value ?? '');
}

/** Whether what Yarn 1 downloads stays out of the layer, or may because nobody knows where it goes. Never throws. */
export function yarnCacheKeptOut(doc: DockerfileDocument, run: RunCommand): boolean {
  const { instruction } = run.command;
  const chosen = chosenYarnCache(doc, run);
  if (chosen === '' || chosen?.includes('$') === true || chosen?.startsWith('/dev/shm') === true) return true;
  if (chosen !== undefined) return mountHolds(instruction, withoutSlashes(chosen), doc);
  if (mountHolds(instruction, classicCaches.root, doc) || mountHolds(instruction, classicCaches.home, doc)) return true;
  return transientMounts(instruction, doc).some(({ target }) => /(?:^|\/)\.cache\/?$|yarn/.test(target));
}

/** Whether a later command of the same RUN removes what this one downloads. Never throws. */
export function yarnCacheCleaned(doc: DockerfileDocument, run: RunCommand): boolean {
  const chosen = withoutSlashes(chosenYarnCache(doc, run) ?? classicCaches.root);
  return doc.commandsOf(run.command.instruction).some((command) => {
    if (command.span.start < run.command.span.end) return false;
    return isCacheClean(command) || removes(command, chosen) || removesHomeCache(command);
  });
}

function isCacheClean({ name, args }: Command): boolean {
  if (name !== 'yarn') return false;
  const [cache, clean, ...packages] = operands({ args }, yarnValues);
  return cache?.value === 'cache' && clean?.value === 'clean' && packages.length === 0;
}

function removesHomeCache({ name, args }: Command): boolean {
  return (
    name === 'rm' && args.some(({ value }) => /(?:^|\/)\.cache(?:\/yarn[^/]*)?(?:\/\*?)?$|yarn cache dir/.test(value))
  );
}

/** Whether `yarn cache clean` at the end of the RUN finds what this command downloads. Never throws. */
export function yarnCleansUp(doc: DockerfileDocument, run: RunCommand): boolean {
  const { command, wrappers, assignments, args } = run;
  if (wrappers.length > 0 || assignments.length > 0 || args.some(({ value }) => value.startsWith('--cache-folder')))
    return false;
  // Somebody may want what the cache holds.
  if (doc.runsOf('yarn').some((other) => other.args.some(({ value }) => value === '--offline'))) return false;
  const commands = doc.commandsOf(command.instruction);
  const own = doc.scriptOf(command.instruction)?.commands ?? [];
  // Not in the script of another user, and not once yarn itself is gone.
  return (
    own.some(({ span }) => span.start === command.span.start) &&
    !commands.some(
      ({ span, name, args: words }) =>
        span.start > command.span.end && name !== 'yarn' && words.some(({ value }) => /(?:^|\/)yarn$/.test(value)),
    )
  );
}
