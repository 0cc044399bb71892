import type { Span } from '../../text/span.js';
import type { Head, Share } from './nodes.js';
import type { ComposeNode, MapEntry, TreeProblem } from './types.js';

/** What an alias may lead to. */
export interface Anchored {
  readonly share: Share;
  /** Undefined while it is being read: an alias inside refers to what it stands in. */
  node: ComposeNode | undefined;
  /** Values in it, aliases followed. */
  size: number;
}

/** A node, and how many values are in it, aliases followed. */
export interface Built {
  readonly node: ComposeNode;
  readonly size: number;
}

/** A mapping while its entries are read. */
export interface Filling {
  readonly head: Head;
  readonly depth: number;
  readonly index: Map<string, MapEntry>;
  readonly places: Map<string, Span>;
  readonly merges: ComposeNode[];
  size: number;
  end: number;
}

export const noHead: Head = { tag: undefined, anchor: undefined, share: undefined };

export function filled(head: Head, depth: number, end: number): Filling {
  return { head, depth, index: new Map(), places: new Map(), merges: [], size: 1, end };
}

export function repeated(key: string, span: Span, first: Span): TreeProblem {
  const message = `The key "${key}" is written twice in the same mapping, and Compose refuses to read the file.`;
  return { code: 'duplicate-key', span, word: key, message, first };
}

export function nonString(span: Span, word: string): TreeProblem {
  const message =
    word === ''
      ? 'The key in front of this colon is missing.'
      : `Compose accepts only texts as keys, and ${word.length > 40 ? 'this' : word} is none; put it in quotes.`;
  return { code: 'non-string-key', span, word, message };
}
