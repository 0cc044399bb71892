/**
 * An immutable map from names whose every version stays usable: setting a name shares all but a few nodes with the
 * version before. A hash trie with 16 children a node; reading and setting take a handful of steps.
 */
export interface PersistentMap<V> {
  readonly root: TrieNode<V> | undefined;
}

type TrieNode<V> = Branch<V> | Leaf<V>;

interface Branch<V> {
  readonly kind: 'branch';
  readonly children: readonly (TrieNode<V> | undefined)[];
}

/** Entries of one hash; more than one only when two names collide. */
interface Leaf<V> {
  readonly kind: 'leaf';
  readonly hash: number;
  readonly entries: readonly (readonly [string, V])[];
}

const BITS = 4;
const WIDTH = 1 << BITS;

export const emptyMap: PersistentMap<never> = { root: undefined };

/** The value of a name, if it has one. Never throws. */
export function getIn<V>(map: PersistentMap<V>, name: string): V | undefined {
  const hash = hashOf(name);
  let node = map.root;
  for (let shift = 0; node?.kind === 'branch'; shift += BITS) node = node.children[(hash >>> shift) % WIDTH];
  return node?.entries.find(([key]) => key === name)?.[1];
}

/** A map that also has `name`; the given one is unchanged. Never throws. */
export function setIn<V>(map: PersistentMap<V>, name: string, value: V): PersistentMap<V> {
  return { root: insert(map.root, { kind: 'leaf', hash: hashOf(name), entries: [[name, value]] }, 0) };
}

/** Every entry, in no useful order. */
export function entriesOf<V>(map: PersistentMap<V>): readonly (readonly [string, V])[] {
  const entries: (readonly [string, V])[] = [];
  const pending: (TrieNode<V> | undefined)[] = [map.root];
  while (pending.length > 0) {
    const node = pending.pop();
    if (node === undefined) continue;
    if (node.kind === 'leaf') entries.push(...node.entries);
    else pending.push(...node.children);
  }
  return entries;
}

function insert<V>(node: TrieNode<V> | undefined, leaf: Leaf<V>, shift: number): TrieNode<V> {
  if (node === undefined) return leaf;
  if (node.kind === 'leaf') {
    if (node.hash === leaf.hash) return merge(node, leaf);
    return insert(insert({ kind: 'branch', children: [] }, node, shift), leaf, shift);
  }
  const slot = (leaf.hash >>> shift) % WIDTH;
  const children = node.children.slice();
  children[slot] = insert(children[slot], leaf, shift + BITS);
  return { kind: 'branch', children };
}

function merge<V>(old: Leaf<V>, leaf: Leaf<V>): Leaf<V> {
  const others = old.entries.filter(([key]) => key !== leaf.entries[0]?.[0]);
  return { kind: 'leaf', hash: leaf.hash, entries: [...others, ...leaf.entries] };
}

/** FNV-1a, 32 bits. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
