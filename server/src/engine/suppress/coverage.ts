import type { Span } from '../text/span.js';
import type { SuppressedId } from './types.js';

/** A comment with the keys of its ids: what findings may be called, each form under its own name. */
export interface Keyed {
  readonly covers: Span;
  readonly keys: readonly { readonly key: string; readonly entry: SuppressedId | undefined }[];
}

/** A key of a comment that covers a part of a file. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly entry: SuppressedId | undefined;
}

/** Comments that cover one place: what they hide is told from their keys, however many there are. */
export class Coverage {
  readonly #byKey = new Map<string, SuppressedId[]>();
  readonly #used: Set<SuppressedId>;

  /** Ids that hide something join `used`. */
  constructor(used: Set<SuppressedId>) {
    this.#used = used;
  }

  add({ keys }: Keyed): void {
    for (const { key, entry } of keys) {
      const entries = groupOf(this.#byKey, key);
      if (entry !== undefined) entries.push(entry);
    }
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
  add({ keys, covers }: Keyed): void {
    for (const { key, entry } of keys) groupOf(this.#byKey, key).push({ ...covers, entry });
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
        if (stretch.entry === undefined || this.#used.has(stretch.entry)) break;
        this.#used.add(stretch.entry);
      }
    }
    return hidden;
  }
}

/** Comments inside instructions, each for a part that may lie in that of another. */
export class PartCoverage {
  /** By the start of the instruction: for each comment the part and its keys. */
  readonly #parts = new Map<number, { readonly covers: Span; readonly keys: ReadonlySet<string> }[]>();

  add(instruction: number, { keys, covers }: Keyed): void {
    groupOf(this.#parts, instruction).push({ covers, keys: new Set(keys.map(({ key }) => key)) });
  }

  hides(keys: readonly string[], instruction: number, offset: number): boolean {
    return (this.#parts.get(instruction) ?? []).some(
      (part) => part.covers.start <= offset && offset < part.covers.end && keys.some((key) => part.keys.has(key)),
    );
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

function groupOf<K, T>(groups: Map<K, T[]>, key: K): T[] {
  const known = groups.get(key);
  if (known !== undefined) return known;
  const made: T[] = [];
  groups.set(key, made);
  return made;
}
