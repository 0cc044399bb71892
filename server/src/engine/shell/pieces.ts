/** A stretch of a word whose quotes and escapes are to be removed. */
export interface Stretch {
  /** `copy`: taken as it stands; `bare` and `double`: with the backslash rules of unquoted and double-quoted text. */
  readonly kind: 'copy' | 'bare' | 'double';
  /** Offset of `text` in the joined text. */
  readonly start: number;
  readonly text: string;
}

/**
 * Pairs of an offset in `value` and the offset in the joined text that it is copied from, in order.
 * Undefined when the stretches do not add up to `value`, so that nothing is placed wrongly.
 */
export function placeValue(value: string, stretches: readonly Stretch[]): readonly number[] | undefined {
  const pieces: number[] = [];
  let length = 0;
  const copy = (text: string, from: number, to: number, start: number): boolean => {
    if (to <= from) return true;
    pieces.push(length, start + from);
    length += to - from;
    return value.startsWith(text.slice(from, to), length - (to - from));
  };
  for (const { kind, start, text } of stretches) {
    let from = 0;
    let at = kind === 'copy' ? -1 : text.indexOf('\\');
    while (at !== -1) {
      const next = text[at + 1];
      const escapes = next !== undefined && (kind === 'bare' || '$`"\\\n'.includes(next));
      if (escapes) {
        if (!copy(text, from, at, start)) return undefined;
        from = next === '\n' ? at + 2 : at + 1;
      }
      at = text.indexOf('\\', at + (next === undefined ? 1 : 2));
    }
    if (!copy(text, from, text.length, start)) return undefined;
  }
  return length === value.length ? pieces : undefined;
}
