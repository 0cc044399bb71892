import { gitFacts, isGitIgnored } from '../../dockerfile/context/gitFacts.js';
import type { FactQuery, Facts } from '../../facts.js';
import { languageOfName } from '../../language.js';
import { projectQueries, projectView } from '../project/view.js';
import type { ComposeDocument } from '../types.js';

/** What tells whether paths of the file start in its own folder. */
export const homeQueries = projectQueries;

/**
 * Whether the paths of a file surely start in its own folder, so that what is not there is missing: they start in that of
 * the first file that Compose reads, which is elsewhere if the file is laid over another one or included.
 */
export function isHome(doc: ComposeDocument, facts: Facts): boolean {
  const { role, isComplete } = projectView(doc, facts);
  return role === 'main' && isComplete;
}

/** Question for `isAlone`. */
export const homeList: FactQuery = { kind: 'list', path: '.' };

/** Whether nothing is around a file, so that it may be a copy of one whose project is elsewhere. */
export function isAlone(facts: Facts): boolean {
  const entries = facts.list('.') ?? [];
  return entries.every((name) => languageOfName(name) === 'compose' || /^\.git\/?$|^\.env$|\.md$|^LICENSE/i.test(name));
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
