import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml';
import type { ComposeNode, MapEntry, MergeTag, ScalarNode } from '../../../../server/src/engine/compose/tree/types.js';
import { MappedText } from '../../../../server/src/engine/text/mapped.js';
import type { Span } from '../../../../server/src/engine/text/span.js';

const tags = ['!reset', '!override'].flatMap((tag) => [
  { tag, resolve: (text: string): string => text },
  { tag, collection: 'map' as const },
  { tag, collection: 'seq' as const },
]);

/** The tree of a Compose text, as far as the tests of the schema need one. */
export function nodesOf(text: string): ComposeNode | undefined {
  const doc = parseDocument(text, { uniqueKeys: false, customTags: (all) => [...all, ...tags] as typeof all });
  return doc.contents === null ? undefined : convert(doc.contents, doc, undefined);
}

function convert(node: Node, doc: Document, sharedBy: Span | undefined): ComposeNode {
  if (isAlias(node)) {
    const target = node.resolve(doc);
    if (target === undefined) throw new Error(`No anchor ${node.source}`);
    return convert(target, doc, spanOf(node));
  }
  const tag: MergeTag | undefined = node.tag === '!reset' ? 'reset' : node.tag === '!override' ? 'override' : undefined;
  const base = { span: spanOf(node), tag, anchor: undefined, sharedBy };
  if (isSeq(node)) {
    return {
      ...base,
      kind: 'list',
      flow: node.flow === true,
      items: node.items.map((item) => convert(item as Node, doc, sharedBy)),
    };
  }
  if (isMap(node)) {
    const own = new Map<string, MapEntry>();
    const merged: MapEntry[] = [];
    for (const { key, value } of node.items) {
      const keyNode = key as Node;
      const child = value === null || isNothing(value as Node) ? undefined : convert(value as Node, doc, sharedBy);
      const name = isScalar(keyNode) ? String(keyNode.value) : '';
      const keySpan = spanOf(keyNode);
      if (name === '<<' && child !== undefined) {
        for (const each of child.kind === 'list' ? child.items : [child]) {
          if (each.kind === 'map') merged.push(...each.entries.map((entry) => ({ ...entry, merged: true })));
        }
      } else
        own.set(name, {
          key: name,
          keySpan,
          value: child,
          span: { start: keySpan.start, end: child?.span.end ?? keySpan.end },
          merged: false,
        });
    }
    for (const entry of merged) if (!own.has(entry.key)) own.set(entry.key, entry);
    return {
      ...base,
      kind: 'map',
      flow: node.flow === true,
      entries: [...own.values()],
      get: (key) => own.get(key)?.value,
      entry: (key) => own.get(key),
    };
  }
  const { value, type, source } = node as { value: unknown; type?: string; source?: string };
  const plain = typeof value === 'bigint' ? Number(value) : value;
  const style =
    ({ QUOTE_DOUBLE: 'double', QUOTE_SINGLE: 'single', BLOCK_LITERAL: 'literal', BLOCK_FOLDED: 'folded' } as const)[
      type ?? ''
    ] ?? 'plain';
  const content = source ?? String(plain);
  return {
    ...base,
    kind: 'scalar',
    value: plain as ScalarNode['value'],
    text: MappedText.at(content, base.span.start),
    style,
    interpolated: typeof plain === 'string' && /(?:^|[^$])(?:\$\$)*\$(?:[a-z_]|\{)/i.test(plain),
  };
}

/** Nothing is written there. */
function isNothing(node: Node): boolean {
  return isScalar(node) && node.value === null && (node.range?.[0] ?? 0) === (node.range?.[1] ?? 0);
}

function spanOf(node: Node): Span {
  return { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
}
