import { posix } from 'node:path';
import { findProjects } from '../../src/engine/compose/project/workspace.js';
import {
  factKey,
  factRounds,
  factsFrom,
  unknownFacts,
  type FactAnswer,
  type FactQuery,
  type Facts,
} from '../../src/engine/facts.js';

/**
 * Answers from the files of a page, by their way from the root: what is not listed is absent, what lies outside the root
 * unknown. `document` is where the asking document is.
 */
export function factsOf(
  files: ReadonlyMap<string, string> | undefined,
  document: string,
  needs: (known: Facts) => readonly FactQuery[],
): Facts {
  let facts = unknownFacts;
  if (files === undefined) return facts;
  const answers = new Map<string, FactAnswer>();
  for (let round = 0; round < factRounds; round++) {
    const queries = needs(facts).filter((query) => !answers.has(factKey(query)));
    if (queries.length === 0) break;
    for (const query of queries) answers.set(factKey(query), answer(files, document, query));
    facts = factsFrom(new Map(answers));
  }
  return facts;
}

function answer(files: ReadonlyMap<string, string>, document: string, { kind, path: asked }: FactQuery): FactAnswer {
  if (kind === 'projects') return projects(files);
  const way = posix.join(posix.dirname(document), asked).replace(/\/$/, '');
  if (way === '..' || way.startsWith('../')) return { presence: 'unknown' };
  const path = way === '.' ? '' : way;
  const text = files.get(path);
  const entries = entriesOf(files, path);
  if (kind === 'list') return entries.length === 0 ? { presence: 'absent' } : { presence: 'present', entries };
  if (text !== undefined) return kind === 'read' ? { presence: 'present', text } : { presence: 'present' };
  return { presence: kind === 'exists' && entries.length > 0 ? 'present' : 'absent' };
}

function projects(files: ReadonlyMap<string, string>): FactAnswer {
  const search = findProjects();
  let step = search.next();
  while (step.done !== true) step = search.next(step.value.map((query) => answer(files, 'root', query)));
  return { presence: 'present', entries: step.value };
}

function entriesOf(files: ReadonlyMap<string, string>, folder: string): readonly string[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const names = [...files.keys()]
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length).replace(/\/.*$/, '/'));
  return [...new Set(names)].sort();
}
