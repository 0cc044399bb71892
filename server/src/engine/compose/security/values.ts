import type { ComposeNode, MapEntry } from '../tree/types.js';
import type { ComposeDocument, Service } from '../types.js';

/** What a service says under a key. */
export interface Given {
  readonly service: Service;
  readonly entry: MapEntry;
  readonly node: ComposeNode;
}

/** The values under a key of all services, each once: an anchor or a merge key may bring one to several. */
export function* given(doc: ComposeDocument, key: string): Iterable<Given> {
  const seen = new Set<ComposeNode>();
  for (const service of doc.services.values()) {
    const entry = service.entry(key);
    const node = entry?.value;
    if (entry === undefined || node === undefined || node.tag === 'reset' || seen.has(node)) continue;
    seen.add(node);
    yield { service, entry, node };
  }
}
