import { composedArgs, composedFacts } from '../context/composed.js';
import { foldersUpward } from '../context/folders.js';
import type { FactQuery, Facts } from '../../facts.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Word } from '../syntax/types.js';
import { globalDefaults } from './defaults.js';
import { emptyVariables } from './defaultFix.js';

/** Questions for `givenByBuilds`. */
export function givenFacts({ path }: DockerfileDocument): readonly FactQuery[] {
  return composedFacts(foldersUpward(path));
}

/** Whether Compose files build a Dockerfile, and each build gives what a word of FROM lacks. */
export function givenByBuilds(doc: DockerfileDocument, word: Word, facts: Facts): boolean {
  const builds = composedArgs(doc, foldersUpward(doc.path), facts);
  return builds.length > 0 && builds.every((args) => isGiven(doc, word, args));
}

/** Whether arguments of a build reach every variable of a word that is empty, or one of those with a poor default. */
export function isGiven(doc: DockerfileDocument, word: Word, args: ReadonlySet<string>): boolean {
  const { declarations } = globalDefaults(doc);
  const reached = (name: string, seen: ReadonlySet<string>): boolean => {
    if (seen.has(name) || !declarations.has(name)) return false;
    if (args.has(name)) return true;
    const uses = declarations.get(name)?.value?.variables ?? [];
    return uses.some((use) => reached(use.name, new Set([...seen, name])));
  };
  const empty = emptyVariables(doc, word) ?? [];
  if (empty.length > 0) return empty.every((name) => reached(name, new Set()));
  return word.variables.some(({ name }) => reached(name, new Set()));
}
