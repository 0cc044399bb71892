import { isOneEdit } from '../../dockerfile/context/missing.js';

/**
 * A name that was most likely meant by one that nothing sets: the same but for its case or its underscores, or with one
 * slip in a word that is long enough to tell (`API_URL` and `APP_URL` are two names, `DB_PASSWROD` is none).
 */
export function meant(name: string, names: Iterable<string>): string | undefined {
  for (const other of names) if (isSlip(name, other)) return other;
  return undefined;
}

function isSlip(name: string, other: string): boolean {
  if (name === other || Math.abs(name.length - other.length) > 3) return false;
  const words = name.toLowerCase().split('_');
  const others = other.toLowerCase().split('_');
  if (words.join('') === others.join('')) return true;
  if (words.length !== others.length) return false;
  const pairs = words.flatMap((word, index) => (word === others[index] ? [] : [[word, others[index] ?? ''] as const]));
  const [pair] = pairs;
  if (pair === undefined || pairs.length > 1) return false;
  const [a, b] = pair;
  return Math.min(a.length, b.length) > (a.length === b.length ? 4 : 3) && !/\d/.test(a + b) && isOneEdit(a, b);
}
