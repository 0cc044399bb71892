import { MappedText } from '../../text/mapped.js';
import type { Span } from '../../text/span.js';
import { hasVariable } from '../interpolation/parse.js';
import { blockText } from './block.js';
import { doubleText, plainText, singleText } from './flow.js';
import type { ScalarValue } from './scalar.js';
import type { ComposeNode, ListNode, MapEntry, MapNode, MergeTag, ScalarNode } from './types.js';

/** What refers to an anchored value, and to those around it. */
export interface Share {
  by: Span | undefined;
  readonly outer: Share | undefined;
}

/** What every node has in front of it. */
export interface Head {
  readonly tag: MergeTag | undefined;
  readonly anchor: string | undefined;
  readonly share: Share | undefined;
}

function sharedBy(share: Share | undefined): Span | undefined {
  for (let at = share; at !== undefined; at = at.outer) if (at.by !== undefined) return at.by;
  return undefined;
}

abstract class Node {
  readonly span: Span;
  readonly tag: MergeTag | undefined;
  readonly anchor: string | undefined;
  readonly #share: Share | undefined;

  constructor(span: Span, { tag, anchor, share }: Head) {
    this.span = span;
    this.tag = tag;
    this.anchor = anchor;
    this.#share = share;
  }

  get sharedBy(): Span | undefined {
    return sharedBy(this.#share);
  }
}

export class Mapping extends Node implements MapNode {
  readonly kind = 'map';
  readonly flow: boolean;
  readonly entries: readonly MapEntry[];
  readonly #index: ReadonlyMap<string, MapEntry>;

  constructor(span: Span, head: Head, flow: boolean, index: ReadonlyMap<string, MapEntry>) {
    super(span, head);
    this.flow = flow;
    this.entries = [...index.values()];
    this.#index = index;
  }

  get(key: string): ComposeNode | undefined {
    return this.#index.get(key)?.value;
  }

  entry(key: string): MapEntry | undefined {
    return this.#index.get(key);
  }
}

export class List extends Node implements ListNode {
  readonly kind = 'list';
  readonly flow: boolean;
  readonly items: readonly ComposeNode[];

  constructor(span: Span, head: Head, flow: boolean, items: readonly ComposeNode[]) {
    super(span, head);
    this.flow = flow;
    this.items = items;
  }
}

/** Where the characters of a scalar stand. */
export interface Written {
  readonly source: string;
  readonly style: ScalarNode['style'];
  /** What YAML makes of it. */
  readonly content: string;
  /** Of a block scalar: the indentation that an indicator adds to. */
  readonly indent: number;
  /** Where it ends for YAML, which counts the line ends behind a block scalar. */
  readonly end: number;
}

export class Scalar extends Node implements ScalarNode {
  readonly kind = 'scalar';
  readonly value: ScalarValue;
  readonly style: ScalarNode['style'];
  readonly #written: Written;
  #text: MappedText | undefined;
  #interpolated: boolean | undefined;

  constructor(span: Span, head: Head, value: ScalarValue, written: Written, isUnknown = false) {
    super(span, head);
    this.value = value;
    this.style = written.style;
    this.#written = written;
    if (isUnknown) this.#interpolated = true;
  }

  get text(): MappedText {
    return (this.#text ??= mapped(this.#written, this.span.start));
  }

  get interpolated(): boolean {
    return (this.#interpolated ??= hasVariable(this.#written.content));
  }
}

/** The content mapped to the document; should our reading of a broken scalar differ from YAML's, all of it to its start. */
function mapped({ source, style, content, indent, end }: Written, start: number): MappedText {
  const raw = source.slice(start, end);
  const text =
    style === 'plain'
      ? plainText(raw, start)
      : style === 'single'
        ? singleText(raw, start)
        : style === 'double'
          ? doubleText(raw, start)
          : blockText(raw, start, indent);
  if (text.text === content) return text;
  return new MappedText(
    content,
    content.split('').map((_, joined) => ({ joined, source: start })),
  );
}
