/**
 * A piece of the text for a message: control characters and lone halves of surrogate pairs as `�`, and an ellipsis
 * behind `most` UTF-16 units. Never throws.
 */
export function shown(text: string, most = 40): string {
  const plain = text.slice(0, most + 1).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '�');
  return text.length > most ? `${plain.slice(0, most - 1)}…` : plain;
}
