import type { Lookup } from '../interpolation/substitute.js';
import type { Span } from '../../text/span.js';
import type { ComposeNode, MapNode } from '../tree/types.js';
import { booleanField, itemsOf, textField, unknownLookup } from './pieces.js';
import type { Field } from './types.js';

/** A name of something that is declared elsewhere. */
export interface NameUse {
  readonly name: string;
  /** The name alone. */
  readonly span: Span;
  /** The item, or key to end of value. */
  readonly whole: Span;
  /** What is said with it in the long form. */
  readonly map: MapNode | undefined;
  /** The value that holds the name; undefined for a key. */
  readonly node: ComposeNode | undefined;
}

/**
 * Names in a list, or as keys of a mapping: `depends_on`, `networks` and `models` of a service. Those that a variable
 * decides are left out.
 */
export function namesIn(node: ComposeNode | undefined, lookup: Lookup = unknownLookup): readonly NameUse[] {
  if (node?.kind === 'map' && node.tag !== 'reset') {
    return node.entries
      .filter(({ value }) => value?.tag !== 'reset')
      .map(({ key, keySpan, span, value }) => ({
        name: key,
        span: keySpan,
        whole: span,
        map: value?.kind === 'map' ? value : undefined,
        node: undefined,
      }));
  }
  if (node?.kind !== 'list') return [];
  return itemsOf(node).flatMap((item) => {
    const field = textField(item, lookup);
    return field?.value === undefined
      ? []
      : [{ name: field.value, span: field.span, whole: item.span, map: undefined, node: item }];
  });
}

/** Uses of secrets or configs: a list of names, or of mappings with `source`. */
export function sourcesIn(node: ComposeNode | undefined, lookup: Lookup = unknownLookup): readonly NameUse[] {
  if (node?.kind !== 'list') return [];
  return itemsOf(node).flatMap((item) => {
    const map = item.kind === 'map' ? item : undefined;
    const field = textField(map === undefined ? item : map.get('source'), lookup);
    return field?.value === undefined
      ? []
      : [{ name: field.value, span: field.span, whole: item.span, map, node: map?.get('source') ?? item }];
  });
}

/** One entry of `depends_on`. */
export interface Dependency extends NameUse {
  /** `service_started` where nothing else is said; undefined where a variable decides. */
  readonly condition: Field<string>;
  readonly required: boolean | undefined;
}

export function dependenciesIn(node: ComposeNode | undefined, lookup: Lookup = unknownLookup): readonly Dependency[] {
  return namesIn(node, lookup).map((use) => {
    const condition = textField(use.map?.get('condition'), lookup) ?? { value: 'service_started', span: use.span };
    const required = booleanField(use.map?.get('required'), lookup);
    return { ...use, condition, required: required === undefined ? true : required.value };
  });
}

/** One file of `env_file` or `label_file`. */
export interface FileUse {
  readonly path: Field<string>;
  readonly required: boolean | undefined;
  readonly format: Field<string> | undefined;
  readonly node: ComposeNode;
}

/** The value of `env_file` or `label_file`: a path, or a list of paths and of mappings with `path`. */
export function filesIn(node: ComposeNode | undefined, lookup: Lookup = unknownLookup): readonly FileUse[] {
  return itemsOf(node).flatMap((item) => {
    const map = item.kind === 'map' ? item : undefined;
    const path = textField(map === undefined ? item : map.get('path'), lookup);
    const required = booleanField(map?.get('required'), lookup);
    const format = textField(map?.get('format'), lookup);
    return path === undefined
      ? []
      : [{ path, required: required === undefined ? true : required.value, format, node: item }];
  });
}
