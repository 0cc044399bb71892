import { isAlias, isMap, isScalar, isSeq, type Document, type Node } from 'yaml';
import type { Span } from '../text/span.js';

/** A value of a configuration with the place where it is written. Children are built when asked for. */
export interface ConfigNode {
  readonly span: Span;
  /** A scalar; undefined for maps and lists. */
  readonly value: string | number | boolean | null | undefined;
  /** Entries of a map in order; undefined for other values. */
  entries(): readonly ConfigEntry[] | undefined;
  /** Items of a list; undefined for other values. */
  items(): readonly ConfigNode[] | undefined;
}

export interface ConfigEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly node: ConfigNode;
}

const nowhere: Span = { start: 0, end: 0 };

/** A node over plain JSON (editor settings); spans are empty. Never throws. */
export function fromJson(value: unknown): ConfigNode {
  const scalar = ['string', 'number', 'boolean'].includes(typeof value) || value === null;
  return {
    span: nowhere,
    value: scalar ? (value as string | number | boolean | null) : undefined,
    items: () => (Array.isArray(value) ? value.map(fromJson) : undefined),
    entries: () =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value).map(([key, child]) => ({ key, keySpan: nowhere, node: fromJson(child) }))
        : undefined,
  };
}

/** A node over parsed YAML; aliases are followed, keys that are no scalars are left out. Never throws. */
export function fromYaml(doc: Document.Parsed, node: unknown, fallback: Span): ConfigNode {
  const target = isAlias(node) ? node.resolve(doc) : (node as Node | undefined);
  const range = (node as Node | undefined)?.range;
  const span = range == null ? fallback : { start: range[0], end: range[1] };
  return {
    span,
    value: isScalar(target) ? scalarOf(target.value) : target == null ? null : undefined,
    items: () => (isSeq(target) ? target.items.map((item) => fromYaml(doc, item, span)) : undefined),
    entries: () =>
      isMap(target)
        ? target.items.flatMap(({ key, value }): readonly ConfigEntry[] => {
            if (!isScalar(key)) return [];
            const keySpan = key.range == null ? span : { start: key.range[0], end: key.range[1] };
            return [{ key: String(key.value), keySpan, node: fromYaml(doc, value, keySpan) }];
          })
        : undefined,
  };
}

function scalarOf(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value == null ? null : typeof value === 'bigint' ? value.toString() : '';
}
