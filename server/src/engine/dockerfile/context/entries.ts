import type { FactQuery, Facts } from '../../facts.js';
import { folderPath, matching, nameOf } from './folders.js';

/** What is known of a path in the build context. */
export type Entry =
  | { readonly kind: 'file' | 'folder' }
  /** A part of the path is not in a folder that was listed, nor does a wildcard in it match anything there. */
  | { readonly kind: 'absent'; readonly part: string; readonly index: number; readonly entries: readonly string[] }
  | { readonly kind: 'unknown' };

const unknown: Entry = { kind: 'unknown' };

/** The lists that `entryAt` needs for a path of the context in `folder`, which itself is listed already. */
export function entryFacts(folder: string, path: string): readonly FactQuery[] {
  const parts = path.split('/');
  const deepest = parts.findIndex(hasWildcard);
  const depth = deepest < 0 ? parts.length - 1 : deepest;
  return parts.slice(0, Math.min(depth, 8)).map((_, index) => ({
    kind: 'list',
    path: folderPath(`${folder}${parts.slice(0, index + 1).join('/')}`),
  }));
}

/**
 * What lies at a path of the context in `folder`, by the lists of the folders on the way, where case counts as it does in
 * a build. In an empty folder nothing is known: it may be a module that was not fetched. Behind a wildcard that
 * matches something nothing is known either.
 */
export function entryAt(folder: string, path: string, facts: Facts): Entry {
  const parts = path.split('/');
  let at = folder;
  for (const [index, part] of parts.entries()) {
    const entries = facts.list(folderPath(at));
    if (entries === undefined || entries.length === 0) return unknown;
    const [entry] = matching(entries, part);
    if (entry === undefined) return { kind: 'absent', part, index, entries };
    const isFolder = entry.endsWith('/');
    if (index === parts.length - 1) return { kind: isFolder ? 'folder' : 'file' };
    if (!isFolder || hasWildcard(part)) return unknown;
    at = `${at}${nameOf(entry)}/`;
  }
  return { kind: 'folder' };
}

/** The entries of a folder of the context; undefined when they are not known. */
export function entriesOf(folder: string, path: string, facts: Facts): readonly string[] | undefined {
  return facts.list(folderPath(path === '' ? folder : `${folder}${path}`));
}

export function hasWildcard(part: string): boolean {
  return /[*?[\\]/.test(part);
}
