import type { FactQuery, Facts } from '../../facts.js';
import { factKey } from '../../facts.js';
import { cachedByText } from '../../textCache.js';
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
    return [{ path: main, named: own, folder, facts: seenFrom(facts, wayFrom(path, folder), own) }];
  });
}

/** Questions of another project as questions of the document. */
export function queriesFrom(
  { path }: ComposeDocument,
  { folder }: Neighbour,
  queries: readonly FactQuery[],
): readonly FactQuery[] {
  const way = wayFrom(path ?? '', folder);
  const own = queries.map((query): FactQuery => ({ kind: query.kind, path: way(query.path) }));
  return [...new Map(own.map((query) => [factKey(query), query])).values()];
}

/** From the folder of a document to what a path leads to from another folder. */
function wayFrom(document: string, folder: string): (path: string) => string {
  return waysFrom(`${document}\n${folder}`);
}

/** So many paths of a folder are remembered: each letter typed in one makes another. */
const mostWays = 2000;

/** The same paths are asked for with every edit. */
const waysFrom = cachedByText((key): ((path: string) => string) => {
  const [document = '', folder = '.'] = key.split('\n');
  const places = new Places(document);
  const known = new Map<string, string>();
  return (path) => {
    const way = known.get(path) ?? places.join(folder, path);
    if (known.size >= mostWays) known.clear();
    known.set(path, way);
    return way;
  };
}, 20_000);

function seenFrom(facts: Facts, way: (path: string) => string, project: readonly string[] | undefined): Facts {
  return {
    presence: (path) => facts.presence(way(path)),
    read: (path) => facts.read(way(path)),
    list: (path) => facts.list(way(path)),
    projects: () => facts.projects(),
    project,
  };
}
