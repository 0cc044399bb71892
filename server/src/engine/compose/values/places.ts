import type { Severity } from '../../rule.js';
import type { Span } from '../../text/span.js';
import { Cut, unknownLookup } from '../forms/pieces.js';
import type { ComposeNode, MapEntry, MapNode } from '../tree/types.js';
import type { Service } from '../types.js';

/** A value somewhere below another one. */
export interface Place {
  readonly node: ComposeNode;
  /** The entry that holds it; undefined for an item of a list. */
  readonly entry: MapEntry | undefined;
  readonly path: readonly string[];
}

/** The values at a way of keys, such as `healthcheck.interval`; `*` stands for every item of a list. Never throws. */
export function valuesAt(node: ComposeNode | undefined, way: string): readonly Place[] {
  const path = way.split('.');
  let places: Place[] = node === undefined ? [] : [{ node, entry: undefined, path }];
  for (const step of path) {
    places = places.flatMap(({ node: at }): Place[] => {
      if (at.tag === 'reset') return [];
      if (step === '*')
        return at.kind === 'list' ? at.items.map((item) => ({ node: item, entry: undefined, path })) : [];
      const entry = at.kind === 'map' ? at.entry(step) : undefined;
      return entry?.value === undefined ? [] : [{ node: entry.value, entry, path }];
    });
  }
  return places.filter(({ node: at }) => at.tag !== 'reset');
}

/** The mapping under a key, unless `!reset` takes it away. */
export function mapAt(node: ComposeNode | undefined, ...keys: readonly string[]): MapNode | undefined {
  let at = node;
  for (const key of keys) at = at?.kind === 'map' && at.tag !== 'reset' ? at.get(key) : undefined;
  return at?.kind === 'map' && at.tag !== 'reset' ? at : undefined;
}

/** What Compose judges only when a profile of the service is on is a warning. */
export function milder({ profiles }: Service): { readonly severity?: Severity } {
  return profiles.length > 0 ? { severity: 'warning' } : {};
}

/** Where two entries contradict each other: the second, unless both come with a merge key. */
export function conflictAt(
  service: Service,
  first: MapEntry,
  second: MapEntry,
): { readonly at: Span; readonly owner: Span } {
  if (first.merged && second.merged) return { at: service.nameSpan, owner: service.span };
  const entry = second.merged ? first : second;
  return { at: entry.keySpan, owner: entry.span };
}

/** Whether a text is surely not empty, whatever its variables are. */
export function isFilled(node: ComposeNode | undefined): boolean {
  if (node?.kind !== 'scalar' || node.value === null || node.tag === 'reset') return false;
  if (typeof node.value !== 'string') return true;
  const cut = new Cut(node, unknownLookup);
  return (cut.whole().value ?? cut.masked.replaceAll('\uE000', '')) !== '';
}

/** A whole number as Compose casts it; undefined for anything else. */
export function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[+-]?\d{1,15}$/.test(text) ? Number(text) : undefined;
}
