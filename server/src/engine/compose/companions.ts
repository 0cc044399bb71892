import type { FactQuery, Facts } from '../facts.js';
import { languageOfName } from '../language.js';
import type { ComposeDocument } from './types.js';

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

/** Compose files of the folder, without the file itself. */
export function siblings({ path = '' }: ComposeDocument, facts: Facts): readonly string[] {
  const own = path.slice(path.lastIndexOf('/') + 1);
  const names = facts.list('.') ?? [];
  return names.filter((name) => name !== own && languageOfName(name) === 'compose').slice(0, mostSiblings);
}

/** What may be a name in some files. */
function wordsIn(facts: Facts, paths: readonly string[]): ReadonlySet<string> {
  return new Set(paths.flatMap((path) => facts.read(path)?.match(/[\w.-]+/g) ?? []));
}
