import { isScalar, type Alias, type ParsedNode, type Scalar as YamlScalar } from 'yaml';
import type { Span } from '../../text/span.js';
import type { Head, Share } from './nodes.js';
import { plainValue, taggedValue } from './scalar.js';
import type { MergeTag, ScalarNode } from './types.js';

const styles: { readonly [type: string]: ScalarNode['style'] } = {
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** How a scalar is written. */
export function styleOf(type: string | null | undefined): ScalarNode['style'] {
  return styles[type ?? ''] ?? 'plain';
}

/** What a scalar stands for; undefined where Compose refuses it with the tag in front of it. */
export function valueOf(node: YamlScalar.Parsed): ScalarNode['value'] | undefined {
  const text = String(node.value);
  if (node.tag !== undefined && mergeTag(node.tag) === undefined) {
    return taggedValue(text, node.tag, node.type === 'PLAIN');
  }
  return node.type === 'PLAIN' ? plainValue(text) : text;
}

/** `<<` without quotes. */
export function isMergeKey(node: unknown): boolean {
  return isScalar(node) && node.value === '<<' && node.type === 'PLAIN';
}

/** Nothing is written behind the colon. */
export function isNothing(node: ParsedNode): boolean {
  return isScalar(node) && node.type === 'PLAIN' && node.source === '' && !node.tag && !node.anchor;
}

/** What stands in front of a value. */
export function headOf(node: Exclude<ParsedNode, Alias.Parsed>, share: Share | undefined): Head {
  return { tag: mergeTag(node.tag), anchor: node.anchor, share };
}

function mergeTag(tag: string | undefined): MergeTag | undefined {
  return tag === '!reset' ? 'reset' : tag === '!override' ? 'override' : undefined;
}

/** The first line of what starts there, or the beginning of it. */
export function firstLine(source: string, start: number): Span {
  const feed = source.indexOf('\n', start);
  return { start, end: Math.min(feed < 0 ? source.length : feed, start + 200) };
}

/** The lines of a key that is a text over several lines, each with its place. */
export function keyLines(raw: string, from: number): { readonly key: string; readonly keySpan: Span }[] {
  return [...raw.matchAll(/[^\s](?:[^\r\n]*[^\s])?/g)].map(({ 0: key, index }) => {
    const start = from + index;
    return { key, keySpan: { start, end: start + key.length } };
  });
}
