/**
 * Shell texts that a program outside may check. A document says which texts it holds; the host has them checked where a
 * person set a program for it; rules read the answers.
 */
export interface ScriptQuery {
  /** As the option `--shell` of ShellCheck names it. */
  readonly dialect: 'sh' | 'dash' | 'bash' | 'ksh';
  readonly text: string;
}

/** A place in a text as ShellCheck counts: lines and columns from 1, columns in code points, the end behind the last. */
export interface ScriptRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface ScriptReplacement extends ScriptRange {
  readonly text: string;
  /** For an insertion: it belongs to the character in front of it. */
  readonly behind: boolean;
}

/** One remark about a text. */
export interface ScriptRemark extends ScriptRange {
  readonly level: 'error' | 'warning' | 'info' | 'style';
  /** `SC2012`. */
  readonly code: string;
  readonly message: string;
  /** What together mends it; empty where the program knows no fix. */
  readonly replacements: readonly ScriptReplacement[];
}

/** The answers a lint run may use; undefined for a text that was not checked. Never throws. */
export interface ScriptAnswers {
  get(query: ScriptQuery): readonly ScriptRemark[] | undefined;
}

/** What became of a check: remarks, or why there are none, as a sentence about the program without its name and full stop. */
export type ScriptOutcome =
  | { readonly remarks: readonly ScriptRemark[] }
  /** `lasting`: it would fail with every other text, too. */
  | { readonly failure: string; readonly lasting: boolean };

/** A stable key for one question, for caches. */
export function scriptKey({ dialect, text }: ScriptQuery): string {
  return `${dialect}:${text}`;
}

/** Answers from remarks keyed by `scriptKey`. */
export function scriptsFrom(answers: ReadonlyMap<string, readonly ScriptRemark[]>): ScriptAnswers {
  return { get: (query) => answers.get(scriptKey(query)) };
}
