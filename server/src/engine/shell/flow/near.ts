/**
 * The one of some variables that a name is most likely to mean: one letter is missing, too many or another, or two
 * stand in each other's place. Digits and a plural are no mistakes. Undefined where none is near. Never throws.
 */
export function near(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length < 5) return undefined;
  for (const candidate of candidates) if (isSlip(name, candidate)) return candidate;
  return undefined;
}

function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || long === `${short}S` || a === b) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++;
  const [left, right] = [short.slice(start, short.length - end), long.slice(start, long.length - end)];
  if (/\d/.test(left + right)) return false;
  if (left.length <= 1 && right.length === 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
