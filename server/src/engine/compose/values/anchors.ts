import { memoised } from '../../memo.js';
import type { Span } from '../../text/span.js';
import type { ComposeNode } from '../tree/types.js';
import type { ComposeDocument } from '../types.js';

/** An anchor that no alias refers to. */
export interface UnusedAnchor {
  readonly name: string;
  /** The `&` and the name. */
  readonly span: Span;
}

/**
 * Anchors that nothing in the file refers to, in the order of the text. Of those inside of something that is shared itself
 * it is not known. Anchors without a value are left out. Never throws.
 */
export const unusedAnchors = memoised((doc: ComposeDocument): readonly UnusedAnchor[] => {
  const { text } = doc.source;
  if (!text.includes('&')) return [];
  const found: UnusedAnchor[] = [];
  const seen = new Set<ComposeNode>();
  const visit = (node: ComposeNode | undefined, from: number): void => {
    if (node === undefined || seen.has(node)) return;
    seen.add(node);
    if (node.anchor !== undefined && node.sharedBy === undefined && node.span.start >= from) {
      const mark = `&${node.anchor}`;
      const start = text.lastIndexOf(mark, node.span.start);
      const end = start + mark.length;
      // In front of the value stand its anchor, its tag, blanks and comments, and nothing else.
      if (start >= from && /^\s+(?:!\S*\s+|#.*\s+)*$/.test(text.slice(end, node.span.start))) {
        found.push({ name: node.anchor, span: { start, end } });
      }
    }
    if (node.kind === 'list') node.items.forEach((item) => visit(item, node.span.start));
    else if (node.kind === 'map') {
      for (const { value, keySpan, merged } of node.entries) visit(value, merged ? Infinity : keySpan.end);
    }
  };
  for (const root of doc.roots) visit(root, 0);
  return found.sort((a, b) => a.span.start - b.span.start);
});
