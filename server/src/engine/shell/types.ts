import type { Span } from '../text/span.js';

/** A word of a simple command. */
export interface ShellWord {
  readonly span: Span;
  /** As written (continuations removed). */
  readonly text: string;
  /** Quotes and escapes removed; expansions stay as written (`$X`, `${X}`, `$(…)`). */
  readonly value: string;
  /** No expansion, substitution or glob in it: `value` is what the command receives. */
  readonly literal: boolean;
  /** Whether any part is quoted. */
  readonly quoted: boolean;
  /** Names of the variables that it expands, in order. */
  readonly variables: readonly string[];
}

/** `NAME=value` in front of a command, or alone. */
export interface ShellAssignment {
  readonly name: string;
  readonly span: Span;
  readonly value: ShellWord | undefined;
}

export interface ShellRedirect {
  readonly operator: string;
  readonly span: Span;
  readonly target: ShellWord | undefined;
}

/** What joins a command to the one before it in the same list; `start` for the first. */
export type ShellJoin = 'start' | '&&' | '||' | ';' | '|' | '&' | 'newline';

/** Where a command stands, outermost first. */
export type ShellScope =
  | 'subshell'
  | 'substitution'
  | 'group'
  | 'if'
  | 'loop'
  | 'case'
  | 'function'
  | 'condition';

/** A simple command anywhere in shell text. */
export interface ShellCommand {
  /** First word to last word or redirect, assignments included. */
  readonly span: Span;
  readonly assignments: readonly ShellAssignment[];
  /** Command name and arguments; empty for a bare assignment. */
  readonly words: readonly ShellWord[];
  readonly redirects: readonly ShellRedirect[];
  /** First word without a directory (`/usr/bin/apt-get` → `apt-get`); undefined if it is not literal. */
  readonly name: string | undefined;
  readonly args: readonly ShellWord[];
  readonly join: ShellJoin;
  readonly scopes: readonly ShellScope[];
  /** Number of the enclosing list: commands with the same number follow one another at the same level. */
  readonly list: number;
}

/** A place where the shell text does not parse. */
export interface ShellError {
  readonly span: Span;
  readonly message: string;
}

/** Shell text of one RUN (CMD…), parsed. All spans are document spans. */
export interface ShellScript {
  readonly commands: readonly ShellCommand[];
  readonly errors: readonly ShellError[];
  /** Top level: commands joined only by `&&`, `;`, newlines and pipes, without control structures. */
  readonly simple: boolean;
}
