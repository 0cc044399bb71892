import { hasVariable } from '../interpolation/parse.js';
import { MappedText } from '../../text/mapped.js';
import type { Span } from '../../text/span.js';
import type { ComposeNode, ListNode, MapEntry, MapNode, ScalarNode } from '../tree/types.js';

/** Made values stand where the one stands that they come from, and count as shared: no fix may change them. */
abstract class Made {
  readonly span: Span;
  readonly tag = undefined;
  readonly anchor = undefined;

  constructor(span: Span) {
    this.span = span;
  }

  get sharedBy(): Span {
    return this.span;
  }
}

class MadeMap extends Made implements MapNode {
  readonly kind = 'map';
  readonly flow = false;
  readonly #index: ReadonlyMap<string, MapEntry>;

  constructor(span: Span, index: ReadonlyMap<string, MapEntry>) {
    super(span);
    this.#index = index;
  }

  get entries(): readonly MapEntry[] {
    return [...this.#index.values()];
  }

  get(key: string): ComposeNode | undefined {
    return this.#index.get(key)?.value;
  }

  entry(key: string): MapEntry | undefined {
    return this.#index.get(key);
  }
}

class MadeList extends Made implements ListNode {
  readonly kind = 'list';
  readonly flow = false;
  readonly items: readonly ComposeNode[];

  constructor(span: Span, items: readonly ComposeNode[]) {
    super(span);
    this.items = items;
  }
}

class MadeScalar extends Made implements ScalarNode {
  readonly kind = 'scalar';
  readonly style = 'plain';
  readonly value: ScalarNode['value'];
  readonly text: MappedText;
  readonly interpolated: boolean;

  constructor(span: Span, value: ScalarNode['value'], text: MappedText) {
    super(span);
    this.value = value;
    this.text = text;
    this.interpolated = typeof value === 'string' && hasVariable(text.text);
  }
}

export function madeMap(span: Span, index: ReadonlyMap<string, MapEntry>): MapNode {
  return new MadeMap(span, index);
}

export function madeList(span: Span, items: readonly ComposeNode[]): ListNode {
  return new MadeList(span, items);
}

/** A value that nobody wrote, as it stands for one that somebody did. */
export function madeScalar(span: Span, value: string | boolean): ScalarNode {
  return new MadeScalar(span, value, MappedText.at(String(value), span.start));
}

/** A part of a text as a text of its own. */
export function partOf(node: ScalarNode, start: number, end?: number): ScalarNode {
  const text = node.text.slice(start, end);
  return new MadeScalar(text.span(0, text.text.length), text.text, text);
}

/** `key: value` that is written in another way. */
export function madeEntry(key: string, keySpan: Span, value: ComposeNode | undefined, span: Span): MapEntry {
  return { key, keySpan, value, span, merged: false };
}

/** Nothing is written there but perhaps `null`. */
export function isNull(node: ComposeNode | undefined): node is undefined {
  return node === undefined || (node.kind === 'scalar' && node.value === null);
}

/** Equal for values that are the same wherever they are written. */
export function identityOf(node: ComposeNode | undefined): string {
  if (node === undefined) return 'null';
  if (node.kind === 'scalar')
    return typeof node.value === 'string' ? JSON.stringify(node.text.text) : String(node.value);
  if (node.kind === 'list') return `[${node.items.map((item) => identityOf(item)).join()}]`;
  const parts = node.entries.map(({ key, value }) => `${JSON.stringify(key)}:${identityOf(value)}`);
  return `{${parts.sort().join()}}`;
}
