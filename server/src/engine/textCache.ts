/**
 * The function, remembering its answers for the texts asked last, `most` characters of them: a file that is read again
 * for every version of another one is not parsed again. The answer must depend on nothing but the text.
 */
export function cachedByText<T>(compute: (text: string) => T, most = 1_000_000): (text: string) => T {
  /** The text asked last stands last. */
  const known = new Map<string, T>();
  let characters = 0;
  return (text) => {
    const before = known.get(text);
    // `undefined` may be the answer.
    const value = before !== undefined || known.has(text) ? (before as T) : compute(text);
    if (known.delete(text)) characters -= text.length;
    known.set(text, value);
    characters += text.length;
    for (const oldest of known.keys()) {
      if (characters <= most || oldest === text) break;
      known.delete(oldest);
      characters -= oldest.length;
    }
    return value;
  };
}
