import type { SuppressedId, SuppressionComment } from './types.js';

/** An id of a comment that covers a part of a file. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly entry: SuppressedId;
}

/** Comments that cover one place: what they hide is told from their ids, however many there are. */
export class Coverage {
  /** A comment without ids that hides every finding. */
  everything = false;
  /** A comment without ids that hides every finding of BuildKit. */
  everyCheck = false;
  readonly #byKey = new Map<string, SuppressedId[]>();
  readonly #used: Set<SuppressedId>;

  /** Ids that hide something join `used`. */
  constructor(used: Set<SuppressedId>) {
    this.#used = used;
  }

  add({ ids, source }: SuppressionComment, keyOf: (entry: SuppressedId) => string): void {
    if (ids.length === 0 && source === 'docker-patterns') this.everything = true;
    else if (ids.length === 0) this.everyCheck = true;
    for (const entry of ids) push(this.#byKey, keyOf(entry), entry);
  }

  /** Whether a comment has one of the keys. Takes no time for comments that are known to be used. */
  hides(keys: readonly string[]): boolean {
    let hidden = false;
    for (const key of keys) {
      const entries = this.#byKey.get(key);
      if (entries === undefined) continue;
      hidden = true;
      for (const entry of entries.splice(0)) this.#used.add(entry);
    }
    return hidden;
  }
}

/** Comments that each cover the rest of their stage. Stages do not overlap. */
export class StageCoverage {
  readonly #byKey = new Map<string, Stretch[]>();
  readonly #used: Set<SuppressedId>;

  constructor(used: Set<SuppressedId>) {
    this.#used = used;
  }

  /** Comments come in the order of the text. */
  add({ ids, covers }: SuppressionComment, keyOf: (entry: SuppressedId) => string): void {
    if (covers === undefined) return;
    for (const entry of ids) push(this.#byKey, keyOf(entry), { ...covers, entry });
  }

  hides(keys: readonly string[], offset: number): boolean {
    let hidden = false;
    for (const key of keys) {
      const stretches = this.#byKey.get(key) ?? [];
      for (let i = lastBefore(stretches, offset); i >= 0; i--) {
        const stretch = stretches[i];
        if (stretch === undefined || stretch.end < offset) break;
        hidden = true;
        // Those of the stage above a used one were used with it.
        if (this.#used.has(stretch.entry)) break;
        this.#used.add(stretch.entry);
      }
    }
    return hidden;
  }
}

/** Index of the last stretch that starts at or before an offset; -1 if there is none. */
function lastBefore(stretches: readonly Stretch[], offset: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function push<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}
