import type { MappedText } from '../text/mapped.js';
import type { Span } from '../text/span.js';
import type { ShellTree } from './tree.js';

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
  /** Names of the variables that it expands, in order (`HOME`, but also `1` or `@`); not those inside `$(…)`. */
  readonly variables: readonly string[];
  /** `value` with the place of each of its characters, to parse `sh -c '…'`; undefined where places are uncertain. */
  readonly content?: MappedText | undefined;
}

/** `NAME=value` in front of a command, or alone. */
export interface ShellAssignment {
  readonly name: string;
  readonly span: Span;
  readonly value: ShellWord | undefined;
}

export interface ShellRedirect {
  /** `>`, `>>`, `<`, `<>`, `<&`, `>&`, `>|`, `&>`, `&>>`, `<<`, `<<-` or `<<<`. */
  readonly operator: string;
  /** Descriptor written in front: `2` in `2>/dev/null`, `fd` in `{fd}>x`. */
  readonly descriptor?: string | undefined;
  /** Descriptor to end of target; a heredoc's body is not in it. */
  readonly span: Span;
  /** File, descriptor, string of `<<<`, or the delimiter of a heredoc. */
  readonly target: ShellWord | undefined;
  /** The body of a heredoc. */
  readonly body?: ShellWord | undefined;
}

/** What joins a command to the one before it in the same list; `start` for the first. */
export type ShellJoin = 'start' | '&&' | '||' | ';' | '|' | '&' | 'newline';

/** Where a command stands, outermost first. */
export type ShellScope = 'subshell' | 'substitution' | 'group' | 'if' | 'loop' | 'case' | 'function' | 'condition';

/**
 * A simple command anywhere in shell text. `[[ … ]]` and `(( … ))` count as commands of that name, whose words are
 * the opening mark and the operands.
 */
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
  /** `syntax`: a shell refuses it; `limit`: too large or too deeply nested for us, so commands may be missing. */
  readonly kind: 'syntax' | 'limit';
  readonly span: Span;
  readonly message: string;
}

/** Shell text of one RUN (CMD…), parsed. All spans are document spans. */
export interface ShellScript {
  readonly commands: readonly ShellCommand[];
  readonly errors: readonly ShellError[];
  /** Top level: commands joined only by `&&`, `;`, newlines and pipes, without control structures. */
  readonly simple: boolean;
  /** The syntax tree, whose offsets count `text.text`; undefined for a text that is too large. */
  readonly tree: ShellTree | undefined;
  readonly text: MappedText;
}
