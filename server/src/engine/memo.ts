/** The function, remembering its answer on each document for as long as the document lives. */
export function memoised<D extends object, T>(compute: (doc: D) => T): (doc: D) => T {
  const known = new WeakMap<D, { readonly value: T }>();
  return (doc) => {
    const before = known.get(doc);
    if (before !== undefined) return before.value;
    const value = compute(doc);
    known.set(doc, { value });
    return value;
  };
}
