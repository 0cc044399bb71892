import type { MappedText } from '../../text/mapped.js';
import type { Span } from '../../text/span.js';

/** `!reset` takes a value away, `!override` puts one in the place of what it would be merged with (Compose specification, 13-merge). */
export type MergeTag = 'reset' | 'override';

interface NodeBase {
  /** What is written, without the anchor, the tag and the blanks around it; of an alias, what it stands for. */
  readonly span: Span;
  readonly tag: MergeTag | undefined;
  /** Name of the anchor in front of it. */
  readonly anchor: string | undefined;
  /**
   * The first alias that leads to it or to what it stands in: a change of it would change other places too, so no fix
   * may. Undefined where nobody refers to it. A value is one node, wherever it is reached from.
   */
  readonly sharedBy: Span | undefined;
}

/** One `key: value` of a mapping, those of merge keys included. */
export interface MapEntry {
  readonly key: string;
  readonly keySpan: Span;
  /** Undefined where nothing but the key is written, as while somebody types. */
  readonly value: ComposeNode | undefined;
  /** Key to end of value. */
  readonly span: Span;
  /** Brought by `<<`. */
  readonly merged: boolean;
  /** What `<<` brings under this key too counts if the entry goes. */
  readonly hides?: boolean;
}

export interface MapNode extends NodeBase {
  readonly kind: 'map';
  /** Written `{…}`. */
  readonly flow: boolean;
  /** In the order of the text, merged ones last; of a key that is written twice the last one counts, as in Compose. */
  readonly entries: readonly MapEntry[];
  get(key: string): ComposeNode | undefined;
  entry(key: string): MapEntry | undefined;
}

export interface ListNode extends NodeBase {
  readonly kind: 'list';
  /** Written `[…]`. */
  readonly flow: boolean;
  readonly items: readonly ComposeNode[];
}

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  /** As Compose reads it: 0755 is 493, `yes` is a string. Nothing is interpolated. */
  readonly value: string | number | boolean | null;
  /** The characters that YAML makes of it, mapped to where they stand. */
  readonly text: MappedText;
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
  /**
   * Whether a variable stands in it, so that it may be anything; true too of an alias that leads nowhere. `$$` is no
   * variable.
   */
  readonly interpolated: boolean;
}

/** Kinds of what is wrong with the YAML of a file. */
export type TreeProblemCode =
  | 'yaml-syntax'
  | 'duplicate-key'
  | 'non-string-key'
  | 'unknown-alias'
  | 'alias-cycle'
  | 'invalid-merge'
  | 'invalid-tag'
  | 'too-many-values'
  | 'too-deep'
  | 'not-a-mapping'
  | 'input-too-large'
  | 'empty-file';

/** Something for which Compose refuses a file before it looks at what the file means. */
export interface TreeProblem {
  readonly code: TreeProblemCode;
  readonly span: Span;
  /** One sentence. */
  readonly message: string;
  /** The word in question: the key, the name of the alias. */
  readonly word?: string;
  /** The first place of a key that is written twice. */
  readonly first?: Span;
}

/** What the YAML of a file says. */
export interface ComposeTree {
  /** The values of the documents in the file, in order, as far as they are mappings; Compose merges them. */
  readonly roots: readonly MapNode[];
  /** In the order of the text. */
  readonly problems: readonly TreeProblem[];
}

/** A value of a Compose file with aliases and merge keys followed, which knows where it is written. */
export type ComposeNode = MapNode | ListNode | ScalarNode;
