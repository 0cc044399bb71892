import type { Linter } from '../engine/lint.js';
import type { Rule } from '../engine/rule.js';

/** The linter, made when it is first asked for. */
export type LinterSource = () => Promise<Linter>;

/** One linter with the rules that are given, or with all rules, which are loaded at the first call. */
export function linterOf(given?: readonly Rule[]): LinterSource {
  let linter: Promise<Linter> | undefined;
  const load = async (): Promise<Linter> => {
    const { Linter } = await import('../engine/lint.js');
    return new Linter(given ?? (await import('../rules/index.js')).rules);
  };
  return () => (linter ??= load());
}
