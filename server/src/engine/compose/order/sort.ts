import type { Edit } from '../../text/span.js';
import type { ListNode, MapNode } from '../tree/types.js';
import type { ComposeDocument } from '../types.js';
import { rowsOf, type Row } from './rows.js';

/** What is wrong with the order of a mapping or a list. */
export interface Disorder {
  /** Index, among the own entries or the items, of the first one that belongs further up. */
  readonly at: number;
  /** The one that it belongs above of. */
  readonly above: number;
  /** Moves what has to move; undefined where it is not clear what belongs to what. */
  edits(): readonly Edit[] | undefined;
}

/** With more rows than these that share anchors none is moved. */
const most = 500;

/**
 * What is out of order by ranks that stand for the own entries or the items, in the order of the text; equal ones may
 * stand in any order. Undefined where nothing is, or where anchors keep the entries as they are: an alias never gets
 * above its anchor.
 */
export function disorderOf(
  doc: ComposeDocument,
  node: MapNode | ListNode,
  ranks: readonly number[],
): Disorder | undefined {
  const up = firstUp(ranks);
  if (up === undefined) return undefined;
  const isTied = doc.source.slice(node.span).includes('&');
  const plan = isTied ? planOf(doc, node, ranks) : undefined;
  const places = plan === undefined ? up : firstUp(placesOf(plan));
  if (places === undefined) return undefined;
  return { ...places, edits: () => moved(doc, plan ?? planOf(doc, node, ranks)) };
}

/** The first entry that belongs further up, and the first one that it belongs above; undefined where none does. */
function firstUp(ranks: readonly number[]): Pick<Disorder, 'at' | 'above'> | undefined {
  const at = ranks.findIndex((rank, index) => index > 0 && rank < (ranks[index - 1] ?? rank));
  return at < 0 ? undefined : { at, above: ranks.findIndex((rank) => rank > (ranks[at] ?? rank)) };
}

/** Where each own entry ends up. */
function placesOf({ rows, order }: Plan): readonly number[] {
  const places: number[] = [];
  for (const [place, row] of order.entries()) places[row] = place;
  return rows.flatMap(({ key }, row) => (key === '<<' ? [] : [places[row] ?? row]));
}

interface Plan {
  readonly rows: readonly Row[];
  /** Indices of rows as they should follow one another. */
  readonly order: readonly number[];
}

function planOf(doc: ComposeDocument, node: MapNode | ListNode, ranks: readonly number[]): Plan | undefined {
  const rows = rowsOf(doc, node);
  if (rows === undefined) return undefined;
  let own = 0;
  // Merge keys come first.
  const rankOf = rows.map(({ key }) => (key === '<<' ? -1 : (ranks[own++] ?? 0)));
  const sorted = rows.map((_, index) => index).sort((a, b) => (rankOf[a] ?? 0) - (rankOf[b] ?? 0) || a - b);
  const order = withAnchors(doc, rows, sorted);
  return order === undefined ? undefined : { rows, order };
}

/** The order in which each row comes as early as its anchors and aliases let it. */
function withAnchors(
  doc: ComposeDocument,
  rows: readonly Row[],
  sorted: readonly number[],
): readonly number[] | undefined {
  const before = constraints(doc, rows);
  if (before.size === 0) return sorted;
  if (rows.length > most) return undefined;
  const left = [...sorted];
  const placed = new Set<number>();
  const order: number[] = [];
  while (left.length > 0) {
    const free = left.findIndex((row) => [...(before.get(row) ?? [])].every((other) => placed.has(other)));
    const [row] = left.splice(Math.max(free, 0), 1);
    if (row === undefined) break;
    placed.add(row);
    order.push(row);
  }
  return order;
}

/** By row those that have to stay above it: of two that have a name in common one of which sets it, the upper one. */
function constraints({ source }: ComposeDocument, rows: readonly Row[]): ReadonlyMap<number, ReadonlySet<number>> {
  const before = new Map<number, Set<number>>();
  const anchors = new Map<string, number>();
  const users = new Map<string, number[]>();
  const keep = (upper: number, lower: number): void => {
    if (upper !== lower) before.set(lower, (before.get(lower) ?? new Set()).add(upper));
  };
  for (const [index, { span }] of rows.entries()) {
    const text = source.slice(span);
    for (const [, sign, name = ''] of text.matchAll(/(?<![^\s[{,:])([&*])([^\s,[\]{}]+)/g)) {
      const setter = anchors.get(name);
      if (setter !== undefined) keep(setter, index);
      const known = users.get(name);
      if (sign === '*' && known !== undefined) known.push(index);
      else if (sign === '*') users.set(name, [index]);
      else {
        for (const user of known ?? []) keep(user, index);
        users.delete(name);
        anchors.set(name, index);
      }
    }
  }
  return before;
}

function moved({ source, problems }: ComposeDocument, plan: Plan | undefined): readonly Edit[] | undefined {
  if (plan === undefined || problems.length > 0) return undefined;
  const { rows, order } = plan;
  const edits: Edit[] = [];
  for (const [index, { span, headed }] of rows.entries()) {
    const other = rows[order[index] ?? index];
    if (other === undefined || other.span.start === span.start) continue;
    if (headed || other.headed) return undefined;
    edits.push({ span, text: source.slice(other.span) });
  }
  return edits;
}
