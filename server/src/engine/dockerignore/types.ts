import type { Remembering } from '../memo.js';
import type { SourceText } from '../text/source.js';
import type { Span } from '../text/span.js';
import type { Expression } from './expression.js';

/** One line of an ignore file that is a pattern. */
export interface IgnorePattern {
  /** Place among the patterns. */
  readonly index: number;
  /** From the first to the last character, `!` included. */
  readonly span: Span;
  /** The whole line with its line end. */
  readonly lineSpan: Span;
  /** As written. */
  readonly text: string;
  /** `!pattern` takes files back in. */
  readonly negated: boolean;
  /** What Docker compares with paths: cleaned, without `!` and a leading `/`. */
  readonly value: string;
  /** What stands for `value` in the text: without `!` and blanks behind it. */
  readonly valueSpan: Span;
  /** Docker stops the build when it comes to this pattern. */
  readonly invalid: boolean;
  /** Undefined for an invalid pattern, and for one with escapes whose meaning is not modelled. */
  readonly expression: Expression | undefined;
}

/** A line that starts with `#` in its first column. */
export interface IgnoreComment {
  /** From `#` to the end of the line. */
  readonly span: Span;
  readonly lineSpan: Span;
}

/** An ignore file of Docker as moby/patternmatcher reads it. */
export interface DockerignoreDocument extends Remembering {
  readonly language: 'dockerignore';
  readonly source: SourceText;
  /** From the root of the workspace or repository, with `/`; undefined for a text without a place. */
  readonly path: string | undefined;
  readonly patterns: readonly IgnorePattern[];
  readonly comments: readonly IgnoreComment[];
}
