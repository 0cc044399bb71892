import type { Finding, Fix } from '../../rule.js';
import type { Span } from '../../text/span.js';
import type { ListNode, MapEntry, MapNode } from '../tree/types.js';
import type { ComposeDocument } from '../types.js';
import { disorderOf } from './sort.js';

/** Made when it is needed: the first one of a process takes milliseconds. */
let collator: Intl.Collator | undefined;

/** The rank of each name in the alphabet, capitals beside small letters. */
export function alphabetical(names: readonly string[]): readonly number[] {
  const { compare } = (collator ??= new Intl.Collator('en'));
  const ranks = new Map([...new Set(names)].sort(compare).map((name, rank) => [name, rank]));
  return names.map((name) => ranks.get(name) ?? 0);
}

/** The rank of each key in a list of keys; those that are not in it come last, in the alphabet. */
export function listed(keys: readonly string[], order: readonly string[]): readonly number[] {
  const places = new Map(order.map((key, place) => [key, place]));
  const others = alphabetical(keys);
  return keys.map((key, index) => places.get(key) ?? order.length + (others[index] ?? 0));
}

/** What is written in a mapping itself, in the order of the text. */
export function ownEntries({ entries }: MapNode): readonly MapEntry[] {
  return entries.filter(({ merged }) => !merged);
}

/** What an order is about. */
export interface Ordered {
  readonly node: MapNode | ListNode;
  readonly ranks: readonly number[];
  /** Names of the entries or items, and where they stand. */
  readonly places: readonly { readonly name: string; readonly span: Span; readonly owner: Span }[];
}

/** The finding about a mapping or a list that is out of order: at the first entry that belongs further up. */
export function disorder(
  doc: ComposeDocument,
  { node, ranks, places }: Ordered,
  { message, title }: { readonly message: (name: string, above: string) => string; readonly title: string },
): Finding | undefined {
  const found = disorderOf(doc, node, ranks);
  const place = found === undefined ? undefined : places[found.at];
  const above = found === undefined ? undefined : places[found.above];
  if (found === undefined || place === undefined || above === undefined) return undefined;
  return {
    at: place.span,
    message: message(place.name, above.name),
    owner: place.owner,
    fixes: (): readonly Fix[] => {
      const edits = found.edits();
      return edits === undefined || edits.length === 0 ? [] : [{ title, safety: 'safe', edits: () => edits }];
    },
  };
}
