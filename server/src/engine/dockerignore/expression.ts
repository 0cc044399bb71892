import type { Step, Steps } from './automaton.js';
import { takes } from './automaton.js';
import type { CharSet } from './charSet.js';
import { all, dot, namedClasses, only, perlClasses, positive } from './charSet.js';

/** A pattern that can be asked. */
export interface Expression {
  readonly steps: Steps;
  /** Whether it takes a whole path, parents not looked at. */
  matches(path: string): boolean;
}

/** What a pattern compiles to, or why it does not. */
export type Compiled =
  | Expression
  /** Docker stops with an error when it comes to the pattern. */
  | 'invalid'
  /** It has an escape of Go's expressions that nobody writes in a path on purpose; what it matches is not known. */
  | 'unclear';

/** moby/patternmatcher means to escape `{`, `|` and `}` too, but its table has no place for them. */
const escaped = new Set('.+()$');

/**
 * Compiles a cleaned pattern as moby/patternmatcher does (`Pattern.compile`): plain text and text behind or before `**`
 * is compared as it is, everything else becomes an expression in the syntax of Go's regexp. Never throws.
 */
export function compile(pattern: string): Compiled {
  const { type, expression } = translate(pattern);
  if (type === 'exact') return { steps: plain(pattern), matches: (path) => path === pattern };
  if (type === 'prefix') {
    const start = pattern.slice(0, -2);
    return { steps: [...plain(start), many(all)], matches: (path) => path.startsWith(start) };
  }
  if (type === 'suffix') {
    const end = pattern.slice(2);
    if (!end.startsWith('/')) return { steps: [many(all), ...plain(end)], matches: (path) => path.endsWith(end) };
    const name = end.slice(1);
    return { steps: [...deep(all), ...plain(name)], matches: (path) => path === name || path.endsWith(end) };
  }
  // Go's scanner skips a byte order mark at the start of what it reads.
  if (pattern.startsWith('\uFEFF')) return 'unclear';
  const steps = new Reader(expression).read();
  if (typeof steps === 'string') return steps;
  const { start, end } = plainEnds(pattern);
  return { steps, matches: (path) => path.startsWith(start) && path.endsWith(end) && takes(steps, path) };
}

/** The text that every path of a pattern starts and ends with. */
export function plainEnds(pattern: string): { readonly start: string; readonly end: string } {
  const first = pattern.search(/[*?[\\^|{]/);
  if (first < 0) return { start: pattern, end: pattern };
  let last = pattern.length - 1;
  while (!/[*?\]\\^|}]/.test(pattern[last] ?? '*')) last--;
  const end = pattern.slice(pattern[last] === '\\' ? last + 2 : last + 1);
  // The slash behind `**` is a part of it.
  return { start: pattern.slice(0, first), end: pattern[last] === '*' && end.startsWith('/') ? end.slice(1) : end };
}

type MatchType = 'exact' | 'prefix' | 'suffix' | 'expression';

/** The expression without the `^` and `$` around it. */
function translate(pattern: string): { readonly type: MatchType; readonly expression: string } {
  const chars = Array.from(pattern);
  const parts: string[] = [];
  let type: MatchType = 'exact';
  for (let i = 0, count = 0; i < chars.length; i++, count++) {
    const char = chars[i] ?? '';
    if (char === '*' && chars[i + 1] === '*') {
      i++;
      if (chars[i + 1] === '/') i++;
      if (i + 1 >= chars.length) {
        if (type !== 'exact') parts.push('.*');
        type = type === 'exact' ? 'prefix' : 'expression';
      } else {
        parts.push('(.*/)?');
        type = 'expression';
      }
      if (count === 0) type = 'suffix';
    } else if (char === '*' || char === '?') {
      parts.push(char === '*' ? '[^/]*' : '[^/]');
      type = 'expression';
    } else if (escaped.has(char)) parts.push(`\\${char}`);
    else if (char === '\\') {
      const next = chars[++i];
      parts.push(`\\${next ?? ''}`);
      if (next !== undefined) type = 'expression';
    } else {
      parts.push(char);
      if (char === '[' || char === ']') type = 'expression';
    }
  }
  return { type, expression: parts.join('') };
}

function plain(text: string): readonly Step[] {
  return Array.from(text, (char) => one(only(char.codePointAt(0) ?? 0)));
}

function one(set: CharSet): Step {
  return { kind: 'set', set, many: false };
}

function many(set: CharSet): Step {
  return { kind: 'set', set, many: true };
}

function deep(set: CharSet): readonly Step[] {
  return [{ kind: 'skip' }, many(set), one(only(47))];
}

const controls: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
]);
const assertions: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['A', { kind: 'start' }],
  ['z', { kind: 'end' }],
  ['b', { kind: 'boundary' }],
  ['B', { kind: 'inside' }],
]);

/** Reads what `translate` writes: classes, escapes, `(.*\/)?`, `.*`, and `*` behind a class. */
class Reader {
  readonly #chars: readonly string[];
  #at = 0;

  constructor(expression: string) {
    this.#chars = Array.from(expression);
  }

  read(): Steps | 'invalid' | 'unclear' {
    const steps: Step[] = [];
    while (this.#at < this.#chars.length) {
      const char = this.#chars[this.#at] ?? '';
      if (this.#takes('(.*/)?')) steps.push(...deep(dot));
      else if (this.#takes('.*')) steps.push(many(dot));
      else if (this.#takes('^')) steps.push({ kind: 'start' });
      else if (char === '[') {
        const set = this.#class();
        if (typeof set === 'string') return set;
        steps.push(this.#takes('*') ? many(set) : one(set));
      } else if (char === '\\') {
        const step = this.#escape();
        if (typeof step === 'string') return step;
        steps.push(step);
      } else {
        if (char === '|' || (char === '{' && this.#repeats())) return 'unclear';
        this.#at++;
        steps.push(one(only(char.codePointAt(0) ?? 0)));
      }
    }
    return steps;
  }

  /** `{2}`, `{2,}` or `{2,3}`; every other `{` stands for itself. */
  #repeats(): boolean {
    let end = this.#at + 1;
    while (/^[0-9,]$/.test(this.#chars[end] ?? '')) end++;
    return this.#chars[end] === '}' && /^[0-9]+(?:,[0-9]*)?$/.test(this.#chars.slice(this.#at + 1, end).join(''));
  }

  #takes(text: string): boolean {
    for (let i = 0; i < text.length; i++) {
      if (this.#chars[this.#at + i] !== text[i]) return false;
    }
    this.#at += text.length;
    return true;
  }

  #escape(): Step | 'invalid' | 'unclear' {
    const char = this.#chars[this.#at + 1];
    // It takes the `$` that is put behind it.
    if (char === undefined) return 'unclear';
    const assertion = assertions.get(char);
    const set = perlClasses.get(char);
    if (assertion === undefined && set === undefined) {
      const code = this.#character();
      return typeof code === 'string' ? code : one(only(code));
    }
    this.#at += 2;
    return assertion ?? one(set ?? all);
  }

  /** One character, escaped or not, as Go's `parseEscape` reads it. */
  #character(): number | 'invalid' | 'unclear' {
    const char = this.#chars[this.#at++];
    if (char === undefined) return 'invalid';
    if (char !== '\\') return char.codePointAt(0) ?? 0;
    const next = this.#chars[this.#at++];
    if (next === undefined) return 'invalid';
    const control = controls.get(next);
    if (control !== undefined) return control;
    const code = next.codePointAt(0) ?? 0;
    if (code < 0x80 && !/[A-Za-z0-9]/.test(next)) return code;
    return /[0-7xpPQ]/.test(next) ? 'unclear' : 'invalid';
  }

  /** A class, from its `[` to behind its `]`, as Go's `parseClass` reads it. */
  #class(): CharSet | 'invalid' | 'unclear' {
    this.#at++;
    const negated = this.#takes('^');
    const ranges: (readonly [number, number])[] = [];
    for (let first = true; first || this.#chars[this.#at] !== ']'; first = false) {
      const named = this.#namedClass();
      if (named === 'invalid') return named;
      if (named !== undefined) {
        ranges.push(...named);
        continue;
      }
      const perl = this.#chars[this.#at] === '\\' ? perlClasses.get(this.#chars[this.#at + 1] ?? '') : undefined;
      if (perl !== undefined) {
        this.#at += 2;
        ranges.push(...positive(perl));
        continue;
      }
      const low = this.#character();
      if (typeof low === 'string') return low;
      const isRange =
        this.#chars[this.#at] === '-' && this.#chars[this.#at + 1] !== ']' && this.#at + 1 < this.#chars.length;
      if (isRange) this.#at++;
      const high = isRange ? this.#character() : low;
      if (typeof high === 'string') return high;
      if (high < low) return 'invalid';
      ranges.push([low, high]);
    }
    this.#at++;
    return { ranges, negated };
  }

  #namedClass(): CharSet['ranges'] | 'invalid' | undefined {
    if (this.#chars[this.#at] !== '[' || this.#chars[this.#at + 1] !== ':') return undefined;
    let end = this.#at + 2;
    while (end < this.#chars.length && !(this.#chars[end] === ':' && this.#chars[end + 1] === ']')) end++;
    if (end >= this.#chars.length) return undefined;
    const name = this.#chars.slice(this.#at + 2, end).join('');
    this.#at = end + 2;
    const negated = name.startsWith('^');
    const ranges = namedClasses.get(negated ? name.slice(1) : name);
    if (ranges === undefined) return 'invalid';
    return negated ? positive({ ranges, negated: true }) : ranges;
  }
}
