import { takesMore } from './automaton.js';
import type { IgnorePattern } from './types.js';

/** What decides about a path. */
export interface Verdict {
  readonly ignored: boolean;
  /** The pattern that had the last word; undefined where none matched. */
  readonly by: IgnorePattern | undefined;
}

/**
 * The patterns of an ignore file, asked about paths of the build context as the client of a build asks them (fsutil's
 * walk with `MatchesUsingParentResults`): folder by folder from the top, the last pattern that matches decides.
 * Paths are relative to the context, with `/`. Never throws.
 */
export class IgnoreList {
  readonly patterns: readonly IgnorePattern[];
  /** Something in the file is refused by Docker, or not modelled: nothing is known about any path. */
  readonly unclear: boolean;
  readonly #known = new Map<string, Level>();

  constructor(patterns: readonly IgnorePattern[]) {
    this.patterns = patterns;
    this.unclear = patterns.some(({ expression }) => expression === undefined);
  }

  /** Whether a file, or a folder itself, stays out of the build. */
  verdict(path: string): Verdict {
    return this.#level(path).verdict;
  }

  ignores(path: string): boolean {
    return this.verdict(path).ignored;
  }

  /** Whether a later `!pattern` may let something below an ignored folder in again. */
  letsInBelow(folder: string): boolean {
    return this.patterns.some(
      ({ negated, expression }) => negated && expression !== undefined && takesMore(expression.steps, `${folder}/`),
    );
  }

  /** Whether a path and everything that may be below it stays out. */
  ignoresWholly(path: string): boolean {
    return this.ignores(path) && !this.letsInBelow(path);
  }

  #level(path: string): Level {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    let level: Level | undefined;
    for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
      level = this.#levelOf(path.slice(0, end), level);
    }
    return this.#levelOf(path, level);
  }

  #levelOf(path: string, parent: Level | undefined): Level {
    let level = this.#known.get(path);
    if (level === undefined) {
      level = this.#look(path, parent);
      this.#known.set(path, level);
    }
    return level;
  }

  #look(path: string, parent: Level | undefined): Level {
    const matched = new Uint8Array(this.patterns.length);
    let verdict: Verdict = { ignored: false, by: undefined };
    for (const [index, pattern] of this.patterns.entries()) {
      const { negated, expression } = pattern;
      let match = parent?.matched[index] === 1;
      if (!match && negated === verdict.ignored) match = expression?.matches(path) ?? false;
      if (!match) continue;
      matched[index] = 1;
      if (negated === verdict.ignored) verdict = { ignored: !negated, by: pattern };
    }
    return { verdict, matched };
  }
}

interface Level {
  readonly verdict: Verdict;
  /** Patterns that match the path or a folder above it, as far as they were asked. */
  readonly matched: Uint8Array;
}
