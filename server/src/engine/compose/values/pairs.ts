import type { Finding } from '../../rule.js';
import { shown } from '../../wording.js';
import { Cut, hidden, unknownLookup } from '../forms/pieces.js';
import type { ComposeNode } from '../tree/types.js';
import type { ComposeDocument } from '../types.js';
import { valuesAt } from './places.js';

/** Items of services' lists that are no `key=value`, each once; `says` is what is to be said of one behind its words. */
export function* unpaired(
  doc: ComposeDocument,
  way: string,
  says: string,
  alone: readonly string[] = [],
): Generator<Finding> {
  const seen = new Set<ComposeNode>();
  for (const service of doc.services.values()) {
    for (const { node } of valuesAt(service.map, way)) {
      if (node.kind !== 'scalar' || typeof node.value !== 'string' || seen.has(node)) continue;
      seen.add(node);
      const { masked } = new Cut(node, unknownLookup);
      if (alone.includes(masked) || masked.includes('=') || masked.includes(hidden)) continue;
      yield { at: node.span, message: `${node.value === '' ? 'An empty text' : shown(node.value)} ${says}` };
    }
  }
}
