import type { FactQuery, Facts } from '../facts.js';

/** Laid over the main file without being asked for (compose-go, cli/options.go). */
const overrides = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
];
const above = ['..', '../..'].flatMap((folder) =>
  ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'].map((name) => `${folder}/${name}`),
);
const devContainer = 'devcontainer.json';
const environment = '.env';

/** Files that may have what a main file lacks. Asked only where it lacks something. */
export const companionQueries: readonly FactQuery[] = [...overrides, ...above, devContainer, environment].map(
  (path) => ({ kind: 'read', path }),
);

/**
 * Tells whether another file may have what goes by a name: an override beside it that speaks of it, a file above that
 * includes others, a list of files in `COMPOSE_FILE` or in the settings of a development container.
 */
export function elsewhereIn(facts: Facts): (name: string) => boolean {
  let isPart: boolean | undefined;
  return (name) =>
    (isPart ??= isPartOfMore(facts)) || overrides.some((path) => facts.read(path)?.includes(name) === true);
}

function isPartOfMore(facts: Facts): boolean {
  return (
    above.some((path) => /^["']?include["']?[ \t]*:/m.test(facts.read(path) ?? '')) ||
    /"dockerComposeFile"\s*:\s*\[/.test(facts.read(devContainer) ?? '') ||
    /^[ \t]*(?:export[ \t]+)?COMPOSE_FILE[ \t]*=/m.test(facts.read(environment) ?? '')
  );
}
