import type { FactQuery, Facts } from '../../facts.js';
import type { GitIgnore } from '../../gitignore/gitignore.js';
import { gitIgnores, parseGitignore } from '../../gitignore/gitignore.js';
import { weaklyMemoised } from '../../memo.js';
import { foldersUpward } from './folders.js';

/** A document that knows where it is. */
interface Placed {
  readonly path: string | undefined;
}

/** The .gitignore files that may speak of a path of the context in `folder`. */
export function gitFacts(doc: Placed, folder: string, path: string): readonly FactQuery[] {
  const parts = path.split('/').slice(0, -1);
  const below = parts.slice(0, 8).map((_, index) => `${folder}${parts.slice(0, index + 1).join('/')}/`);
  return [...new Set([...foldersUpward(doc.path), folder, ...below])].map((place) => ({
    kind: 'read',
    path: `${place}.gitignore`,
  }));
}

/** Whether Git ignores a path of the context in `folder`, as far as the files are known. */
export function isGitIgnored(doc: Placed, folder: string, path: string, facts: Facts): boolean {
  const upward = foldersUpward(doc.path).length - 1;
  const names = doc.path?.split('/').slice(0, -1) ?? [];
  // Paths are told from the topmost folder that is looked at.
  const own = names.slice(names.length - upward);
  const levels = folder.split('../').length - 1;
  const inner = folder
    .slice(levels * 3)
    .split('/')
    .filter((name) => name !== '');
  const base = [...own.slice(0, own.length - levels), ...inner];
  const parts = [...base, ...path.split('/')];
  const files = parts.flatMap((_, index) => {
    const top = parts.slice(0, index);
    const way =
      '../'.repeat(Math.max(0, own.length - commonLength(own, top))) +
      top
        .slice(commonLength(own, top))
        .map((name) => `${name}/`)
        .join('');
    const file = fileAt(facts)(way);
    return file === undefined ? [] : [{ ...file, folder: top.map((name) => `${name}/`).join('') }];
  });
  return gitIgnores(files, parts.join('/'));
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

/** Each file is read once for one set of facts. */
const fileAt = weaklyMemoised((facts: Facts) => {
  const known = new Map<string, GitIgnore | undefined>();
  return (folder: string): GitIgnore | undefined => {
    if (!known.has(folder)) {
      const text = facts.read(`${folder}.gitignore`);
      known.set(folder, text === undefined ? undefined : parseGitignore(text, folder));
    }
    return known.get(folder);
  };
});
