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

/** Names as a sentence counts them: `a`, `a and b`, `a, b and 3 more`; three at most. Never throws. */
export function enumerated(names: readonly string[]): string {
  const all = names.map((name) => shown(name));
  if (all.length < 2) return all.join('');
  const last = all.length > 3 ? `${all.length - 2} more` : (all.at(-1) ?? '');
  return `${all.slice(0, all.length > 3 ? 2 : -1).join(', ')} and ${last}`;
}
