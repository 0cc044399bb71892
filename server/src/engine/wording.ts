/**
 * A piece of the text for a message: control characters and lone halves of surrogate pairs as `�`, and an ellipsis
 * behind `most` UTF-16 units. Never throws.
 */
export function shown(text: string, most = 40): string {
  const plain = text.slice(0, most + 1).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '�');
  return text.length > most ? `${plain.slice(0, most - 1)}…` : plain;
}

/** `a`, `a and b`, `a, b and c`. Never throws. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
