import { memoised, weaklyMemoised } from '../../memo.js';
import { compile } from '../../dockerignore/expression.js';
import type { FactQuery, Facts } from '../../facts.js';
import type { DockerfileDocument } from '../model/types.js';
import { composedContext, composedFacts } from './composed.js';
import type { ContextSource } from './sources.js';
import { contextSources } from './sources.js';

/** The folder that a build of a Dockerfile most likely has as its context. */
export interface BuildContext {
  /** From the folder of the Dockerfile: empty, `../`, `../../`, …; another one only where a Compose file says so. */
  readonly folder: string;
  /** How many of the names at the start of what is copied are in the folder, and how many are not. */
  readonly found: number;
  readonly missing: number;
  /** The Dockerfile's own folder, by no more than habit: its name says that the context may be around it. */
  readonly doubtful: boolean;
  /** Names in the folder; folders end in `/`. */
  readonly entries: readonly string[];
  /** The Compose file that says so, from the folder of the Dockerfile: nothing else is guessed then. */
  readonly saidBy?: string;
}

/** Folders that often hold Dockerfiles for a context around them. */
const apart =
  /^(?:\.?(?:docker|dev)(?:files?|container)?|docker[-_].+|(?:docker-?)?(?:images?|build(?:s|er)?|compose)|containers?|\.?ci|\.(?:github|gitlab|circleci|buildkite|config|build)|deploy(?:ment|ments|ing)?|infra(?:structure)?|pack(?:age|aging)|dev-?ops|ops|k8s|kubernetes|helm|hack|scripts?|tools?|etc|config|env(?:ironments?)?|contrib|release|dist)$/i;

/** So many folders above the Dockerfile are looked at. */
const levels = 4;

/** Sources that tell which folder is meant; more of them tell no more. */
const most = 50;

/** The folder of a Dockerfile and those above it up to the root, as they are asked about. */
export function foldersUpward(path: string | undefined): readonly string[] {
  const depth = Math.min(levels, (path?.split('/').length ?? 1) - 1);
  return Array.from({ length: depth + 1 }, (_, level) => '../'.repeat(level));
}

/** Lists of the folders that can be the context, and the Compose files in them; nothing for a Dockerfile that copies nothing. */
export function folderFacts(doc: DockerfileDocument, known: Facts): readonly FactQuery[] {
  if (contextSources(doc).length === 0) return [];
  const folders = foldersUpward(doc.path);
  const said = composedContext(doc, folders, known);
  return [
    ...folders.map((folder): FactQuery => ({ kind: 'list', path: folderPath(folder) })),
    ...composedFacts(folders),
    ...(said === undefined ? [] : [{ kind: 'list', path: folderPath(said.folder) } as const]),
  ];
}

/** A folder with a slash at its end, or the empty one, as a question about it. */
export function folderPath(folder: string): string {
  return folder === '' ? '.' : folder.replace(/\/$/, '');
}

/**
 * The build context: the one that a Compose file beside or above the Dockerfile builds it with, else the nearest folder from the Dockerfile's upward where everything is that any of them has. That is
 * the Dockerfile's own folder, as in `docker build .`, unless what is copied tells otherwise. Undefined where the files
 * contradict each other, where none of them is anywhere, or where nobody can look.
 */
export function contextOf(doc: DockerfileDocument, facts: Facts): BuildContext | undefined {
  return remembered(doc)(facts);
}

const remembered = memoised((doc: DockerfileDocument) => weaklyMemoised((facts: Facts) => find(doc, facts)));

function find(doc: DockerfileDocument, facts: Facts): BuildContext | undefined {
  const composed = composedContext(doc, foldersUpward(doc.path), facts);
  if (composed !== undefined) {
    const said = facts.list(folderPath(composed.folder));
    if (said === undefined) return undefined;
    const all = headsOf(doc);
    const count = all.filter((head) => hasHead(said, head)).length;
    const { folder, file } = composed;
    return { folder, entries: said, found: count, missing: all.length - count, doubtful: false, saidBy: file };
  }
  const candidates: { folder: string; entries: readonly string[]; found: ReadonlySet<string> }[] = [];
  let heads: readonly string[] = [];
  for (const folder of foldersUpward(doc.path)) {
    const entries = facts.list(folderPath(folder));
    if (entries === undefined) break;
    if (candidates.length === 0) heads = headsOf(doc);
    candidates.push({ folder, entries, found: new Set(heads.filter((head) => hasHead(entries, head))) });
  }
  const [own] = candidates;
  if (own === undefined) return undefined;
  const doubtful =
    doc.path
      ?.split('/')
      .slice(0, -1)
      .some((name) => apart.test(name)) ?? true;
  const anywhere = new Set(candidates.flatMap(({ found }) => [...found]));
  const missing = heads.length - anywhere.size;
  if (anywhere.size === 0) {
    return doubtful || heads.length > 1 ? undefined : { folder: '', found: 0, missing, doubtful, entries: own.entries };
  }
  const chosen = candidates.find(({ found }) => found.size === anywhere.size);
  if (chosen === undefined) return undefined;
  const { folder, entries, found } = chosen;
  return { folder, entries, found: found.size, missing, doubtful: doubtful && folder === '' };
}

/** First parts of the paths that are certain, each once. */
function headsOf(doc: DockerfileDocument): readonly string[] {
  const heads = contextSources(doc)
    .filter((source) => source.certain && !source.trigger && !source.above && source.path !== '')
    .map(({ path }) => path.split('/', 1)[0] ?? '');
  return [...new Set(heads)].slice(0, most);
}

function hasHead(entries: readonly string[], head: string): boolean {
  return matching(entries, head).length > 0;
}

/** The entries with a name, or those that a pattern of COPY takes. Never throws. */
export function matching(entries: readonly string[], name: string): readonly string[] {
  if (!/[*?[\\]/.test(name)) {
    const entry = namesIn(entries).byName.get(name);
    return entry === undefined ? [] : [entry];
  }
  const compiled = compile(name);
  return typeof compiled === 'string' ? [] : entries.filter((entry) => compiled.matches(nameOf(entry)));
}

/** The names of a list, to look one up. */
export const namesIn = weaklyMemoised((entries: readonly string[]) => {
  const names = entries.map(nameOf);
  return {
    names,
    folders: names.filter((_, index) => entries[index]?.endsWith('/') === true),
    byName: new Map(names.map((name, index) => [name, entries[index] ?? name])),
    byLowerCase: new Map(names.map((name) => [name.toLowerCase(), name])),
  };
});

/** An entry of a list without the slash of a folder. */
export function nameOf(entry: string): string {
  return entry.endsWith('/') ? entry.slice(0, -1) : entry;
}

/** Whether a source is the same for every build and for the context of this Dockerfile. */
export function isFixed({ certain, trigger }: ContextSource): boolean {
  return certain && !trigger;
}
