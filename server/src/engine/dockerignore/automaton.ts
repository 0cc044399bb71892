import type { CharSet } from './charSet.js';
import { all, holds, meet } from './charSet.js';

/** One part of a compiled pattern. */
export type Step =
  /** A character of a set, once, or any number of times with `many`. */
  | { readonly kind: 'set'; readonly set: CharSet; readonly many: boolean }
  /** The next two steps may be left out. */
  | { readonly kind: 'skip' }
  /** Nothing, but only at the start or end of the path, or where a word starts or ends (or not). */
  | { readonly kind: 'start' | 'end' | 'boundary' | 'inside' };

/** A pattern as steps one after another; a path matches when it takes them all. */
export type Steps = readonly Step[];

/** Whether the steps take a whole path. Takes time for the product of both lengths at most. */
export function takes(steps: Steps, path: string): boolean {
  return run(steps, path, true)[steps.length] === 1;
}

/** Whether some longer path that starts with `prefix`, which is not empty, may be taken. */
export function takesMore(steps: Steps, prefix: string): boolean {
  const states = run(steps, prefix, false);
  for (let state = steps.length - 1, sets = 0; state >= 0; state--) {
    const kind = steps[state]?.kind;
    // What only the start of a path can pass is behind it.
    if (kind === 'start') return false;
    if (kind === 'set') sets++;
    if (states[state] === 1 && sets > 0) return true;
  }
  return false;
}

/** Steps that comparisons may still take. */
export interface Budget {
  steps: number;
}

/**
 * Whether a path exists that both may take; zero-width steps count as passed, and so does everything once the budget is
 * spent. Takes time for the product of the lengths.
 */
export function mayMeet(a: Steps, b: Steps, budget: Budget): boolean {
  const width = b.length + 1;
  const seen = new Set<number>();
  const open: number[] = [];
  const add = (left: readonly number[], right: readonly number[]): void => {
    for (const l of left) {
      for (const r of right) {
        const pair = l * width + r;
        if (!seen.has(pair)) {
          seen.add(pair);
          open.push(pair);
        }
      }
    }
  };
  add(freely(a, 0), freely(b, 0));
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    if (--budget.steps < 0) return true;
    const left = Math.floor(pair / width);
    const right = pair % width;
    if (left === a.length && right === b.length) return true;
    const one = a[left];
    const other = b[right];
    if (one?.kind !== 'set' || other?.kind !== 'set' || !meet(one.set, other.set)) continue;
    add(freely(a, one.many ? left : left + 1), freely(b, other.many ? right : right + 1));
  }
  return false;
}

/** The steps of every path below those that `steps` take. */
export function below(steps: Steps): Steps {
  return [
    ...steps,
    { kind: 'set', set: { ranges: [[47, 47]], negated: false }, many: false },
    { kind: 'set', set: all, many: true },
  ];
}

/** Which states are reached behind a whole path, or with `closed` false behind the start of one. */
function run(steps: Steps, path: string, closed: boolean): Uint8Array {
  const codes = Array.from(path, (char) => char.codePointAt(0) ?? 0);
  let states = new Uint8Array(steps.length + 1);
  let next = new Uint8Array(steps.length + 1);
  states[0] = 1;
  spread(steps, states, codes, 0, closed);
  for (const [at, code] of codes.entries()) {
    next.fill(0);
    let any = false;
    for (let state = 0; state < steps.length; state++) {
      const step = steps[state];
      if (states[state] === 0 || step?.kind !== 'set' || !holds(step.set, code)) continue;
      next[step.many ? state : state + 1] = 1;
      any = true;
    }
    [states, next] = [next, states];
    if (!any) break;
    spread(steps, states, codes, at + 1, closed);
  }
  return states;
}

/** Adds the states that are reached without a character; ways lead forward only, so that one pass does. */
function spread(steps: Steps, states: Uint8Array, codes: readonly number[], at: number, closed: boolean): void {
  for (let state = 0; state < steps.length; state++) {
    if (states[state] === 0) continue;
    const step = steps[state];
    if (step?.kind === 'set') {
      if (step.many) states[state + 1] = 1;
    } else if (step?.kind === 'skip') {
      states[state + 1] = 1;
      states[state + 3] = 1;
    } else if (step !== undefined && passes(step.kind, codes, at, closed)) states[state + 1] = 1;
  }
}

function passes(kind: 'start' | 'end' | 'boundary' | 'inside', codes: readonly number[], at: number, closed: boolean) {
  if (kind === 'start') return at === 0;
  if (!closed && at === codes.length) return true;
  if (kind === 'end') return at === codes.length;
  return (isWord(codes[at - 1]) !== isWord(codes[at])) === (kind === 'boundary');
}

/** A state with those that are reached from it without a character, whatever stands around it. */
function freely(steps: Steps, from: number): readonly number[] {
  const reached = new Set([from]);
  // A set grows while it is walked.
  for (const state of reached) {
    const step = steps[state];
    if (step === undefined || (step.kind === 'set' && !step.many)) continue;
    reached.add(state + 1);
    if (step.kind === 'skip') reached.add(state + 3);
  }
  return [...reached];
}

function isWord(code: number | undefined): boolean {
  if (code === undefined) return false;
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
}
