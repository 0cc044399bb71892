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
}

/** The values at a way of keys, such as `healthcheck.interval`; `*` stands for every item of a list. Never throws. */
export function valuesAt(node: ComposeNode | undefined, way: string): readonly Place[] {
  if (node === undefined || node.tag === 'reset') return none;
  const path = pathOf(way);
  // Most ways lead nowhere in most services.
  if (node.kind === 'map' && path[0] !== undefined && node.entry(path[0]) === undefined) return none;
  const found: Place[] = [];
  const visit = (at: ComposeNode, entry: MapEntry | undefined, depth: number): void => {
    if (at.tag === 'reset') return;
    const step = path[depth];
    if (step === undefined) found.push({ node: at, entry });
    else if (step !== '*') {
      const next = at.kind === 'map' ? at.entry(step) : undefined;
      if (next?.value !== undefined) visit(next.value, next, depth + 1);
    } else if (at.kind === 'list') for (const item of at.items) visit(item, undefined, depth + 1);
  };
  visit(node, undefined, 0);
  return found;
}

const none: readonly Place[] = [];
const paths = new Map<string, readonly string[]>();

/** The ways are those that rules have in them, few and always the same. */
function pathOf(way: string): readonly string[] {
  const known = paths.get(way);
  if (known !== undefined) return known;
  const path = way.split('.');
  paths.set(way, path);
  return path;
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
