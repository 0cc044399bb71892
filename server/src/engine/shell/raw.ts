import type { ShellTree } from './tree.js';
import type { ShellJoin, ShellScope } from './types.js';

/**
 * Shell text parsed, independent of its place in a document: every offset counts UTF-16 units of the joined text.
 * The commands are plain data; they stay in a cache together with the tree they were read from.
 */
export interface RawScript {
  readonly commands: readonly RawCommand[];
  readonly errors: readonly RawError[];
  readonly simple: boolean;
  /** The syntax tree behind it; undefined for a text that is too large. */
  readonly tree: ShellTree | undefined;
}

export interface RawError {
  readonly start: number;
  readonly end: number;
  readonly kind: 'syntax' | 'limit';
  readonly message: string;
}

export interface RawWord {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value: string;
  readonly literal: boolean;
  readonly quoted: boolean;
  readonly variables: readonly string[];
  /** Pairs of an offset in `value` and the offset in the joined text from which that part is copied; undefined when uncertain. */
  readonly pieces: readonly number[] | undefined;
}

export interface RawAssignment {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly value: RawWord;
}

export interface RawRedirect {
  readonly start: number;
  readonly end: number;
  readonly operator: string;
  readonly descriptor: string | undefined;
  readonly target: RawWord | undefined;
  readonly body: RawWord | undefined;
}

export interface RawCommand {
  readonly start: number;
  readonly end: number;
  readonly assignments: readonly RawAssignment[];
  readonly words: readonly RawWord[];
  readonly redirects: readonly RawRedirect[];
  readonly name: string | undefined;
  readonly join: ShellJoin;
  readonly scopes: readonly ShellScope[];
  readonly list: number;
}
