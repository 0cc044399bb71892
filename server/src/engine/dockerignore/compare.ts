import type { Budget } from './automaton.js';
import { below, mayMeet } from './automaton.js';
import { plainEnds } from './expression.js';
import type { IgnorePattern } from './types.js';

/** Enough for hundreds of patterns as people write them. */
const enough = 2_000_000;

/** Compares patterns of one file with each other; when that takes too long, every two may have something in common. */
export class PatternComparer {
  readonly #budget: Budget = { steps: enough };

  /** Whether a pattern may match something that is at, above or below what another one matches. */
  touch(a: IgnorePattern, b: IgnorePattern): boolean {
    const left = a.expression?.steps;
    const right = b.expression?.steps;
    if (left === undefined || right === undefined || --this.#budget.steps < 0) return true;
    const [start, other] = [plainEnds(a.value).start, plainEnds(b.value).start];
    if (!start.startsWith(other) && !other.startsWith(start)) return false;
    return (
      mayMeet(left, right, this.#budget) ||
      mayMeet(below(left), right, this.#budget) ||
      mayMeet(left, below(right), this.#budget)
    );
  }
}
