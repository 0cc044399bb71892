import { memoised } from '../../memo.js';
import type { Edit, Span } from '../../text/span.js';
import type { Fix } from '../../rule.js';
import { parseTemplate } from '../interpolation/parse.js';
import type { ComposeNode, MapEntry, MapNode } from '../tree/types.js';
import type { ComposeDocument } from '../types.js';

/** A key with a variable in it, which Compose leaves as it is. */
export interface InterpolatedKey {
  readonly at: Span;
  readonly entry: MapEntry;
  readonly map: MapNode;
  /** The key that the mapping stands under, where it may as well be a list. */
  readonly owner: string | undefined;
}

/** Keys whose values may be lists of `KEY=value` (compose-go, types/mapping.go). */
const listable = new Set([
  'environment',
  'labels',
  'args',
  'annotations',
  'sysctls',
  'additional_contexts',
  'extra_hosts',
]);

export const interpolatedKeys = memoised((doc: ComposeDocument): readonly InterpolatedKey[] => {
  if (!doc.source.text.includes('$')) return [];
  const found: InterpolatedKey[] = [];
  const seen = new Set<ComposeNode>();
  const visit = (node: ComposeNode | undefined, owner: string | undefined): void => {
    if (node === undefined || node.kind === 'scalar' || node.tag === 'reset' || seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'list') {
      for (const item of node.items) visit(item, undefined);
      return;
    }
    for (const entry of node.entries) {
      const at = entry.merged || !entry.key.includes('$') ? undefined : variableIn(doc, entry);
      if (at !== undefined) {
        found.push({ at, entry, map: node, owner: owner !== undefined && listable.has(owner) ? owner : undefined });
      }
      // What an extension holds is not read.
      if (!entry.key.startsWith('x-') || entry.value?.sharedBy !== undefined) visit(entry.value, entry.key);
    }
  };
  for (const root of doc.roots) visit(root, undefined);
  return found;
});

/** The first variable in a key, or the key where it is not written as it is read. */
function variableIn(doc: ComposeDocument, { key, keySpan }: MapEntry): Span | undefined {
  const [first] = parseTemplate(key).variables;
  if (first === undefined) return undefined;
  const at = doc.source.slice(keySpan).indexOf(key);
  if (at < 0) return keySpan;
  return { start: keySpan.start + at + first.start, end: keySpan.start + at + first.end };
}

/** Makes a list of a block mapping of texts on lines of their own. */
export function listFix({ source }: ComposeDocument, { map, owner }: InterpolatedKey): readonly Fix[] {
  if (owner === undefined || map.flow || map.sharedBy !== undefined || map.tag !== undefined) return [];
  const edits: Edit[] = [];
  for (const { key, value, span, merged, keySpan } of map.entries) {
    if (merged || (value !== undefined && value.kind !== 'scalar')) return [];
    if (value?.anchor !== undefined || value?.sharedBy !== undefined || value?.tag !== undefined) return [];
    if (source.slice(span).includes('\n')) return [];
    const start = source.lineSpan(source.lineAt(span.start)).start;
    if (!/^ +$/.test(source.text.slice(start, keySpan.start))) return [];
    const end =
      value === undefined ? span.end + (/^[ \t]*:/.exec(source.text.slice(span.end))?.[0].length ?? 0) : span.end;
    const text = value === undefined || value.value === null ? key : `${key}=${value.text.text}`;
    edits.push({ span: { start: span.start, end }, text: `- ${quoted(text)}` });
  }
  return [{ title: `Write ${owner} as a list`, safety: 'suggestion', edits: () => edits }];
}

/** As YAML reads it back. */
function quoted(text: string): string {
  return /^[\w$./][\w$./{}=:@+-]*$/.test(text) && !/:$/.test(text) ? text : JSON.stringify(text);
}
