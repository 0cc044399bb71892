import type { FactQuery, Facts } from '../facts.js';
import { languageOfName } from '../language.js';
import type { ComposeDocument } from './types.js';

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
  let known: ReadonlySet<string> | undefined;
  return (name) => (isPart ??= isPartOfMore(facts)) || (known ??= wordsIn(facts, overrides)).has(name);
}

/** What may be a name in some files. */
function wordsIn(facts: Facts, paths: readonly string[]): ReadonlySet<string> {
  return new Set(paths.flatMap((path) => facts.read(path)?.match(/[\w.-]+/g) ?? []));
}

function isPartOfMore(facts: Facts): boolean {
  return (
    above.some((path) => /^["']?include["']?[ \t]*:/m.test(facts.read(path) ?? '')) ||
    /"dockerComposeFile"\s*:\s*\[/.test(facts.read(devContainer) ?? '') ||
    /^[ \t]*(?:export[ \t]+)?COMPOSE_FILE[ \t]*=/m.test(facts.read(environment) ?? '')
  );
}

/** So many files of a folder are looked into. */
const mostSiblings = 30;

/** Files that may use what a main file declares: all Compose files of its folder. */
export function siblingQueries(doc: ComposeDocument, known: Facts): readonly FactQuery[] {
  return [{ kind: 'list', path: '.' }, ...siblings(doc, known).map((path): FactQuery => ({ kind: 'read', path }))];
}

/** Tells whether another file of the folder, of which it is not known what it is for, speaks of a name. */
export function namedElsewhere(
  doc: ComposeDocument,
  facts: Facts,
  files: ReadonlySet<string>,
): (name: string) => boolean {
  let known: ReadonlySet<string> | undefined;
  return (name) => {
    known ??= wordsIn(
      facts,
      siblings(doc, facts).filter((path) => !files.has(path)),
    );
    return known.has(name);
  };
}

function siblings({ path = '' }: ComposeDocument, facts: Facts): readonly string[] {
  const own = path.slice(path.lastIndexOf('/') + 1);
  const names = facts.list('.') ?? [];
  return names.filter((name) => name !== own && languageOfName(name) === 'compose').slice(0, mostSiblings);
}
