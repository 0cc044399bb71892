/** `?` and `*` match no line feed, as BuildKit turns them into `.` and `.*` (frontend/dockerfile/shell/lex.go). */
type Token = { readonly kind: 'char'; readonly char: string } | { readonly kind: 'any' } | { readonly kind: 'star' };

/** Upper limit of the steps that one expansion may take. */
const STEP_LIMIT = 500_000;

/** Steps that are left. */
interface Budget {
  steps: number;
}

/** A pattern of `${X#p}`, `${X%p}` or `${X/p/r}`. */
export interface Glob {
  readonly tokens: readonly Token[];
}

/** Compiles a pattern; undefined when it has an escape that BuildKit refuses. Never throws. */
export function compileGlob(pattern: string): Glob | undefined {
  const tokens: Token[] = [];
  const chars = Array.from(pattern);
  for (let i = 0; i < chars.length; i++) {
    let char = chars[i] ?? '';
    if (char === '*' || char === '?') {
      tokens.push({ kind: char === '*' ? 'star' : 'any' });
      continue;
    }
    if (char === '\\') {
      const next = chars[++i] ?? '';
      if (!'*?\\}/'.includes(next) || next === '') return undefined;
      char = next;
    }
    tokens.push({ kind: 'char', char });
  }
  return { tokens };
}

/** `value` without its shortest (or longest) start that matches; undefined when that would take too long. */
export function trimStart(glob: Glob, value: string, longest: boolean): string | undefined {
  const chars = Array.from(value);
  const budget = { steps: STEP_LIMIT };
  const end = matchAt(glob.tokens, chars, 0, longest, budget);
  if (budget.steps < 0) return undefined;
  return end === undefined ? value : chars.slice(end).join('');
}

/** `value` without its shortest (or longest) end that matches; undefined when that would take too long. */
export function trimEnd(glob: Glob, value: string, longest: boolean): string | undefined {
  const chars = Array.from(value).reverse();
  const budget = { steps: STEP_LIMIT };
  const end = matchAt([...glob.tokens].reverse(), chars, 0, longest, budget);
  if (budget.steps < 0) return undefined;
  return end === undefined ? value : chars.slice(end).reverse().join('');
}

/**
 * `value` with the first (or every) longest match replaced; undefined when that would take too long.
 * Empty matches right behind a match do not count, as in Go's regexp.
 */
export function replaceGlob(glob: Glob, value: string, replacement: string, all: boolean): string | undefined {
  const chars = Array.from(value);
  const budget = { steps: STEP_LIMIT };
  const out: string[] = [];
  let at = 0;
  let lastEnd = -1;
  while (at <= chars.length) {
    const end = matchAt(glob.tokens, chars, at, true, budget);
    if (budget.steps < 0) return undefined;
    if (end !== undefined && !(end === at && at === lastEnd)) {
      out.push(replacement);
      if (!all) return out.join('') + chars.slice(end).join('');
      lastEnd = end;
      if (end > at) {
        at = end;
        continue;
      }
    }
    out.push(chars[at] ?? '');
    at++;
  }
  return out.join('');
}

/** End of the shortest or longest match that starts at `start`, by walking all states at once; stops when the budget is spent. */
function matchAt(
  tokens: readonly Token[],
  chars: readonly string[],
  start: number,
  longest: boolean,
  budget: Budget,
): number | undefined {
  let found: number | undefined;
  let states = closure(tokens, [0]);
  for (let at = start; ; at++) {
    if (states.includes(tokens.length)) {
      found = at;
      if (!longest) return found;
    }
    const char = chars[at];
    budget.steps -= states.length + 1;
    if (char === undefined || states.length === 0 || budget.steps < 0) return found;
    states = closure(
      tokens,
      states.flatMap((state) => step(tokens[state], state, char)),
    );
  }
}

function step(token: Token | undefined, state: number, char: string): number[] {
  if (token === undefined) return [];
  if (token.kind === 'char') return token.char === char ? [state + 1] : [];
  if (char === '\n') return [];
  return [token.kind === 'star' ? state : state + 1];
}

/** States with those behind stars, each once. */
function closure(tokens: readonly Token[], states: readonly number[]): number[] {
  const all = new Set<number>();
  for (const first of states) {
    for (let state = first; !all.has(state); state++) {
      all.add(state);
      if (tokens[state]?.kind !== 'star') break;
    }
  }
  return [...all];
}
