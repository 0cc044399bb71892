/**
 * The candidate nearest to a mistyped word, regardless of case, or undefined when none is near: at most
 * a third of the word may differ (Damerau's distance: insert, delete, replace, swap two neighbours).
 * The first of equally near candidates wins; where none is near, one that starts with the word. Never throws.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  if (wanted.length === 0 || wanted.length > 100) return undefined;
  let best: string | undefined;
  let longer: string | undefined;
  let limit = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    if (wanted.length >= 3 && candidate.toLowerCase().startsWith(wanted)) longer ??= candidate;
    if (Math.abs(candidate.length - wanted.length) >= limit) continue;
    const far = distance(wanted, candidate.toLowerCase(), limit);
    if (far < limit) {
      best = candidate;
      limit = far;
    }
  }
  return best ?? longer;
}

/** The distance; `limit` where it is that or more. */
function distance(a: string, b: string, limit: number): number {
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = [i];
    let lowest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row.push(least);
      lowest = Math.min(lowest, least);
    }
    // No later row gets below the lowest of two that follow one another.
    if (lowest >= limit && Math.min(...above) >= limit) return limit;
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
