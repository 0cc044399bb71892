import type { FactQuery, Facts } from '../../facts.js';
import { factKey } from '../../facts.js';
import type { ComposeDocument } from '../types.js';
import { folderOf, Places } from './paths.js';
import { isAlternative, mostProjects } from './workspace.js';

/** A project of the workspace, as its first file calls it, seen from a document. */
export interface Neighbour {
  /** Its first file, from the root. */
  readonly path: string;
  /** The files that a configuration says it has, from its first one. */
  readonly named: readonly string[] | undefined;
  /** From the folder of the document. */
  readonly folder: string;
  /** Facts about files by their ways from its own folder. */
  readonly facts: Facts;
}

/** The one question that tells of all projects. */
export const projectsQuery: FactQuery = { kind: 'projects', path: '.' };

/**
 * The projects of the workspace in other folders than that of the document; none where there are more than anybody runs
 * together, for a document without a place, and among alternatives.
 */
export function neighboursOf({ path }: ComposeDocument, facts: Facts): readonly Neighbour[] {
  const found = path === undefined || isAlternative(path) ? undefined : facts.projects();
  if (path === undefined || found === undefined) return [];
  const places = new Places(path);
  const named = (facts.namedProjects ?? []).flatMap((ways) => {
    const [main = ''] = ways.map((way) => places.toRoot(places.join('.', way)) ?? '');
    return main === '' || isAlternative(main) ? [] : [{ main, ways }];
  });
  const listed = new Set(named.flatMap(({ ways }) => ways.map((way) => places.join('.', way))));
  const alone = found.filter((main) => !listed.has(places.fromRoot(main))).map((main) => ({ main, ways: undefined }));
  const all = [...named, ...alone];
  if (all.length > mostProjects) return [];
  return all.flatMap(({ main, ways }): readonly Neighbour[] => {
    const folder = folderOf(places.fromRoot(main));
    if (folder === '.') return [];
    const home = new Places(main);
    const own = ways?.map((way) => home.fromRoot(places.toRoot(places.join('.', way)) ?? ''));
    return [{ path: main, named: own, folder, facts: seenFrom(facts, folder, places, own) }];
  });
}

/** Questions of another project as questions of the document. */
export function queriesFrom({ path }: ComposeDocument, { folder }: Neighbour, queries: readonly FactQuery[]) {
  const places = new Places(path);
  const own = queries.map((query): FactQuery => ({ kind: query.kind, path: places.join(folder, query.path) }));
  return [...new Map(own.map((query) => [factKey(query), query])).values()];
}

function seenFrom(facts: Facts, folder: string, places: Places, project: readonly string[] | undefined): Facts {
  return {
    presence: (path) => facts.presence(places.join(folder, path)),
    read: (path) => facts.read(places.join(folder, path)),
    list: (path) => facts.list(places.join(folder, path)),
    projects: () => facts.projects(),
    project,
  };
}
