import type { Span } from '../text/span.js';
import type { IgnorePattern } from './types.js';

/** A pattern that no path of a build context matches as its writer means it. */
export interface Unmatchable {
  readonly kind: 'root' | 'outside' | 'braces' | 'backslash' | 'quotes' | 'home';
  readonly at: Span;
  /** What was meant, one pattern a line; undefined where nobody knows. */
  readonly meant: readonly string[] | undefined;
}

/** So many patterns at most replace one with braces. */
const most = 20;

/** Why a pattern matches nothing; undefined for one that may. Never throws. */
export function unmatchable(pattern: IgnorePattern): Unmatchable | undefined {
  const { value, valueSpan, span, text, negated, invalid } = pattern;
  if (invalid) return undefined;
  const sign = negated ? '!' : '';
  const whole = valueSpan;
  if (value === '.' || value === '/') return { kind: 'root', at: whole, meant: negated ? undefined : ['*'] };
  if (value === '..' || value.startsWith('../')) return { kind: 'outside', at: whole, meant: undefined };
  const written = text.slice(valueSpan.start - span.start);
  const quoted = /^(["'])([^"']+)\1$/.exec(written)?.[2];
  if (quoted !== undefined) return { kind: 'quotes', at: whole, meant: [sign + quoted] };
  if (/^(?:~|\$HOME|\$\{HOME\})(?:\/|$)/.test(value)) return { kind: 'home', at: whole, meant: undefined };
  const brace = /\{[^{}/,]*,[^{}/]*\}/.exec(written);
  if (brace !== null) {
    const start = valueSpan.start + brace.index;
    const expanded = expand(written);
    const meant = expanded.length > most ? undefined : expanded.map((each) => sign + each);
    return { kind: 'braces', at: { start, end: start + brace[0].length }, meant };
  }
  const slash = /(?<!\\)\\(?=[A-Za-z0-9_])/.exec(written);
  if (slash === null) return undefined;
  const start = valueSpan.start + slash.index;
  const meant = sign + written.replaceAll(/(?<!\\)\\(?=[A-Za-z0-9_*.])/g, '/');
  return { kind: 'backslash', at: { start, end: start + 1 }, meant: [meant] };
}

/** Every reading of a text with braces as a shell would expand it; more than `most` only where there are more. */
function expand(text: string): readonly string[] {
  const done: string[] = [];
  const open = [text];
  for (let next = open.shift(); next !== undefined && done.length + open.length <= most; next = open.shift()) {
    const match = /\{([^{}/,]*,[^{}/]*)\}/.exec(next);
    if (match === null) {
      done.push(next);
      continue;
    }
    const [before, after] = [next.slice(0, match.index), next.slice(match.index + match[0].length)];
    open.push(...(match[1] ?? '').split(',').map((part) => before + part + after));
  }
  return open.length > 0 ? [...done, ...open] : done;
}
