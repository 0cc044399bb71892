import {
  factKey,
  factsFrom,
  unknownFacts,
  type FactAnswer,
  type FactQuery,
  type Facts,
} from '../../src/engine/facts.js';

/** Answers from the files of a page: what is not listed is absent. */
export function factsOf(files: ReadonlyMap<string, string> | undefined, queries: readonly FactQuery[]): Facts {
  if (files === undefined) return unknownFacts;
  return factsFrom(new Map(queries.map((query) => [factKey(query), answer(files, query)])));
}

function answer(files: ReadonlyMap<string, string>, { kind, path: asked }: FactQuery): FactAnswer {
  const path = asked.replace(/^\.\//, '').replace(/\/$/, '');
  const text = files.get(path);
  const entries = entriesOf(files, path === '.' ? '' : path);
  if (kind === 'list') return entries.length === 0 ? { presence: 'absent' } : { presence: 'present', entries };
  if (text !== undefined) return kind === 'read' ? { presence: 'present', text } : { presence: 'present' };
  return { presence: kind === 'exists' && entries.length > 0 ? 'present' : 'absent' };
}

function entriesOf(files: ReadonlyMap<string, string>, folder: string): readonly string[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const names = [...files.keys()]
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length).replace(/\/.*$/, '/'));
  return [...new Set(names)].sort();
}
