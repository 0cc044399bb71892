import type { Span } from '../../text/span.js';
import { readPairs } from '../forms/pairs.js';
import type { Field } from '../forms/types.js';
import type { ComposeNode } from '../tree/types.js';
import type { ComposeDocument, Service } from '../types.js';
import { mapAt } from './places.js';

/** A service whose build is an additional context of another one. */
export interface ContextService {
  readonly service: Service;
  readonly name: string;
  /** The name alone. */
  readonly at: Span;
  readonly node: ComposeNode | undefined;
}

/** Additional contexts that are services; of a name that stands twice the last one counts. */
export function contextServices(doc: ComposeDocument): readonly ContextService[] {
  const prefix = 'service:';
  return [...doc.services.values()].flatMap((service) => {
    const { pairs } = readPairs(mapAt(service.map, 'build')?.get('additional_contexts'));
    const last = new Map(pairs.map((pair) => [pair.key ?? pair, pair]));
    return [...last.values()].flatMap(({ value, node }) =>
      value?.value?.startsWith(prefix) === true
        ? [{ service, name: value.value.slice(prefix.length), at: nameIn(value, prefix), node }]
        : [],
    );
  });
}

/** Behind the prefix; of a quoted text the quotes are left in. All of it where nothing stands behind the prefix. */
function nameIn({ value = '', span: { start, end } }: Field<string>, { length }: string): Span {
  return value.length > length && end - start > length ? { start: start + length, end } : { start, end };
}
