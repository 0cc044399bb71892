import type { FactQuery, Facts } from '../../../server/src/engine/facts.js';
import { factsOf } from '../../../server/tools/generate/facts.js';

/** Facts about files around a document, by their way from the root; what is not there is absent. */
export function aroundOf(
  files: ReadonlyMap<string, string>,
  document: string,
  needs: (known: Facts) => readonly FactQuery[],
): Facts {
  return factsOf(files, document, needs);
}
