import type { Span } from '../../text/span.js';
import { parseTemplate } from '../interpolation/parse.js';
import { substitute, type Lookup } from '../interpolation/substitute.js';
import type { ComposeNode, ScalarNode } from '../tree/types.js';
import type { Field } from './types.js';

/** Nobody knows any variable. */
export const unknownLookup: Lookup = () => undefined;

/** Stands for each character of a variable. */
export const hidden = '\uE000';

/** A scalar that is cut at separators; those in variables are none. */
export class Cut {
  /** The text, with `hidden` where variables stand, and from the first one on that Compose cannot read. */
  readonly masked: string;
  readonly span: Span;
  readonly #node: ScalarNode;
  readonly #lookup: Lookup;

  constructor(node: ScalarNode, lookup: Lookup) {
    const { text } = node.text;
    this.span = node.span;
    this.#node = node;
    this.#lookup = lookup;
    const { parts } = parseTemplate(text);
    const broken = parts.find(({ kind }) => kind === 'invalid')?.start ?? text.length;
    this.masked = parts
      .map(({ kind, start, end }) =>
        kind === 'variable' || start >= broken ? hidden.repeat(end - start) : text.slice(start, end),
      )
      .join('');
  }

  /** What stands at `start..end`, with variables put in. */
  field(start: number, end: number): Field<string> {
    const raw = this.#node.text.text.slice(start, end);
    const span = this.#node.text.span(start, end);
    if (!raw.includes('$')) return { value: raw, span };
    const result = substitute(raw, this.#lookup);
    return { value: result.kind === 'value' ? result.value : undefined, span };
  }

  whole(): Field<string> {
    return { ...this.field(0, this.masked.length), span: this.span };
  }
}

/** The text of a scalar with variables put in; undefined for what is no scalar or null. */
export function textField(node: ComposeNode | undefined, lookup: Lookup = unknownLookup): Field<string> | undefined {
  if (node?.kind !== 'scalar' || node.value === null || node.tag === 'reset') return undefined;
  if (typeof node.value !== 'string') return { value: String(node.value), span: node.span };
  return new Cut(node, lookup).whole();
}

/** A truth value as compose-go casts it (interpolation, `toBoolean`). */
export function booleanField(
  node: ComposeNode | undefined,
  lookup: Lookup = unknownLookup,
): Field<boolean> | undefined {
  const field = textField(node, lookup);
  if (field === undefined) return undefined;
  const { value, span } = field;
  if (value === undefined) return { value, span };
  if (/^(?:true|y|yes|on)$/i.test(value)) return { value: true, span };
  return /^(?:false|n|no|off)$/i.test(value) ? { value: false, span } : undefined;
}

/** A value or the values of a list. */
export function itemsOf(node: ComposeNode | undefined): readonly ComposeNode[] {
  if (node === undefined || node.tag === 'reset' || (node.kind === 'scalar' && node.value === null)) return [];
  return node.kind === 'list' ? node.items.filter(({ tag }) => tag !== 'reset') : [node];
}
