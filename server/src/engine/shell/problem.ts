import type { FixSafety, Severity } from '../rule.js';

/** A replacement of `start..end` of the text of a tree. An insertion stands in front of the character at `start`. */
export interface ShellEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** For an insertion: it belongs to the character before it, and stands in front of a line break between the two. */
  readonly behind?: boolean;
}

export interface ShellFix {
  readonly title: string;
  readonly safety: FixSafety;
  readonly edits: readonly ShellEdit[];
}

/** Something that a check found in a shell text. All offsets are UTF-16 and count the text of the tree. */
export interface ShellProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** The code that ShellCheck gives to this very problem, where the rule has several. */
  readonly code?: string;
  /** The name in question, for `keep`. */
  readonly name?: string;
  /** Where it is another one than that of the rule. */
  readonly severity?: Severity;
  readonly fixes?: readonly ShellFix[];
}
