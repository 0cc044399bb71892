/**
 * What a variable may hold: `plain` is one word without blanks and wildcards, `empty` nothing, `other` anything;
 * `outside` depends on a value from before the text, and on nothing else that is not plain.
 * A name without an entry was not assigned in this text.
 */
export type Content = 'plain' | 'empty' | 'outside' | 'other';

/** The variables at one point; undefined where the text is never reached (behind `exit`). */
export type State = ReadonlyMap<string, Content> | undefined;

/** Where a command leaves the variables when it succeeds, and when it fails. */
export interface Outcome {
  readonly ok: State;
  readonly failed: State;
}

/** What a variable may hold where two ways meet. An empty value beside a plain one is meant: `OPT=; x && OPT=-x`. */
export function joinContents(a: Content, b: Content): Content {
  if (a === b) return a;
  if (a === 'other' || b === 'other') return 'other';
  return a === 'outside' || b === 'outside' ? 'outside' : 'plain';
}

/** The variables where two ways meet. A name that only one of them assigned may still have its value from before. */
export function joinStates(a: State, b: State): State {
  if (a === undefined || a === b) return b;
  if (b === undefined) return a;
  let joined: Map<string, Content> | undefined;
  for (const [name, content] of a) {
    const other = b.get(name);
    const both = joinContents(content, other ?? 'outside');
    if (both !== content) (joined ??= new Map(a)).set(name, both);
  }
  for (const [name, content] of b) {
    if (!a.has(name)) (joined ??= new Map(a)).set(name, joinContents(content, 'outside'));
  }
  return joined ?? a;
}

/** The state with one variable changed. */
export function withContent(state: State, name: string, content: Content): State {
  if (state === undefined || state.get(name) === content) return state;
  return new Map(state).set(name, content);
}
