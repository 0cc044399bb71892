import { gitFacts, isGitIgnored } from '../../dockerfile/context/gitFacts.js';
import type { FactQuery, Facts } from '../../facts.js';
import { companionQueries, elsewhereIn } from '../companions.js';
import type { ComposeDocument } from '../types.js';

/** File names that Compose finds by itself (compose-go, cli/options.go). */
const main = /(?:^|\/)(?:docker-)?compose\.ya?ml$/;

/**
 * A path as a question about files: from the folder of the Compose file, without `.` and needless `..`; empty for that
 * folder. Undefined for what is absolute, an address, or below the home of the person.
 */
export function localPath(...parts: readonly string[]): string | undefined {
  const found: string[] = [];
  for (const part of parts) {
    if (/^[/~\\]|^[A-Za-z][\w+.-]*:|\\|\0|^git@|^github\.com\//.test(part)) return undefined;
    for (const name of part.split('/')) {
      if (name === '..' && found.length > 0 && found.at(-1) !== '..') found.pop();
      else if (name !== '' && name !== '.') found.push(name);
    }
  }
  return found.join('/');
}

/** What tells whether paths of the file start in its own folder. */
export const homeQueries = companionQueries;

/**
 * Whether the paths of a file surely start in its own folder, so that what is not there is missing: they start in that of
 * the first file that Compose reads, which is elsewhere if the file is laid over another one or included.
 */
export function isHome({ path }: ComposeDocument, facts: Facts): boolean {
  return (path === undefined || main.test(path)) && !elsewhereIn(facts)('');
}

/** Questions for `isIgnored`. */
export function ignoredFacts(doc: ComposeDocument, path: string): readonly FactQuery[] {
  const { folder, inner } = parted(path);
  return inner === '' ? [] : gitFacts(doc, folder, inner);
}

/** Whether Git ignores a path, so that it may be on other machines. */
export function isIgnored(doc: ComposeDocument, path: string, facts: Facts): boolean {
  const { folder, inner } = parted(path);
  return inner !== '' && isGitIgnored(doc, folder, inner, facts);
}

function parted(path: string): { readonly folder: string; readonly inner: string } {
  const folder = /^(?:\.\.\/)*/.exec(path)?.[0] ?? '';
  const inner = path.slice(folder.length);
  return inner === '..' ? { folder: `${folder}../`, inner: '' } : { folder, inner };
}

/** The folder that holds a path, as a question about its entries. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}
