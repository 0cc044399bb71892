/** What functions found out about one object: it lives on the object and goes with it. */
export class Memory {
  readonly #known = new Map<unknown, unknown>();

  /** The answer of a function about the object, asked for once. The object must be the one that holds the memory. */
  recall<D, T>(compute: (about: D) => T, about: D): T {
    const before = this.#known.get(compute);
    if (before !== undefined || this.#known.has(compute)) return before as T;
    const value = compute(about);
    this.#known.set(compute, value);
    return value;
  }
}

/** An object on which is kept what was found out about it. */
export interface Remembering {
  readonly memory: Memory;
}

/** The function, remembering its answer on each document (or what else has a memory) for as long as that lives. */
export function memoised<D extends Remembering, T>(compute: (doc: D) => T): (doc: D) => T {
  return (doc) => doc.memory.recall(compute, doc);
}

/**
 * The same for any object. An answer that leads to a document is remembered by a function that lives on the document,
 * as in `memoised((doc) => weaklyMemoised((stage) => …))`: V8 looks through a WeakMap that is old without asking which
 * of its keys are still in use, so that one that is always there would keep each document until the next full
 * collection, and collecting what is new would take several times as long.
 */
export function weaklyMemoised<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.value;
    const value = compute(key);
    known.set(key, { value });
    return value;
  };
}
