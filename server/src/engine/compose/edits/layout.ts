import { memoised } from '../../memo.js';
import type { SourceText } from '../../text/source.js';
import type { ComposeNode, MapNode } from '../tree/types.js';
import type { ComposeDocument } from '../types.js';

/** How a file is written, for writing more of it alike. */
export interface Layout {
  /** Columns that a mapping stands further right than its key. */
  readonly step: number;
  /** Columns that the dashes of a list stand further right than its key. */
  readonly dash: number;
  /** Lists of words are mostly written `[a, b]`. */
  readonly flowLists: boolean;
  readonly quote: '"' | "'";
  /** Values inside brackets, where commas and brackets part values. */
  readonly inBrackets: ReadonlySet<ComposeNode>;
}

/** What most of the file does, found by one walk through it. */
export const layoutOf = memoised((doc: ComposeDocument): Layout => {
  const counts = new Map<string, number>();
  const count = (what: string): number => counts.get(what) ?? 0;
  const add = (what: string): unknown => counts.set(what, count(what) + 1);
  let step: number | undefined;
  const inBrackets = new Set<ComposeNode>();
  const seen = new Set<ComposeNode>();
  const visit = (node: ComposeNode | undefined, inside: boolean): void => {
    if (node === undefined || seen.has(node)) return;
    seen.add(node);
    if (inside) inBrackets.add(node);
    if (node.kind === 'scalar') {
      add(node.style);
      return;
    }
    const isInside = inside || node.flow;
    if (node.kind === 'list') {
      if (!inside) add(node.flow ? 'flow' : 'block');
      for (const item of node.items) visit(item, isInside);
      return;
    }
    for (const { key, keySpan, value, merged } of node.entries) {
      if (!merged && !isInside && value !== undefined && value.span.start > keySpan.start) {
        const columns = columnOf(doc.source, value.span.start) - columnOf(doc.source, keySpan.start);
        if (value.kind === 'map' && !value.flow && columns > 0 && (step === undefined || key === 'services')) {
          step = columns;
        }
        if (value.kind === 'list' && !value.flow) add(columns > 0 ? 'indented' : 'flush');
      }
      // The version of the file has quotes for a reason of its own, and a fix takes it out.
      const isVersion = key === 'version' && value?.kind === 'scalar';
      if (!merged && !isVersion) visit(value, isInside);
    }
  };
  for (const root of doc.roots) visit(root, false);
  return {
    step: step ?? 2,
    dash: count('flush') > count('indented') ? 0 : (step ?? 2),
    flowLists: count('flow') > count('block'),
    quote: count('single') > count('double') ? "'" : '"',
    inBrackets,
  };
});

/** The layout of the file, with what a mapping itself does before what the rest does. */
export function layoutIn(doc: ComposeDocument, map: MapNode): Layout {
  const layout = layoutOf(doc);
  if (map.flow) return layout;
  for (const { keySpan, value, merged } of map.entries) {
    if (merged || value?.kind !== 'list' || value.flow || value.span.start < keySpan.start) continue;
    const dash = columnOf(doc.source, value.span.start) - columnOf(doc.source, keySpan.start);
    return dash < 0 ? layout : { ...layout, dash };
  }
  return layout;
}

/** Characters in front of an offset on its line; a byte order mark is none. */
export function columnOf(source: SourceText, offset: number): number {
  const { start } = source.lineSpan(source.lineAt(offset));
  return offset - start - (start === 0 && source.text.startsWith('\uFEFF') ? 1 : 0);
}
