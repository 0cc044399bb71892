import type { Facts } from '../../facts.js';
import type { Span } from '../../text/span.js';
import { projectView } from '../project/view.js';
import type { ComposeDocument } from '../types.js';
import type { ComposeName } from './types.js';

/** Where another file of the project declares a name, by its path from the folder of the document. Never throws. */
export function declaredElsewhere(
  doc: ComposeDocument,
  { kind, name }: ComposeName,
  facts: Facts,
): { readonly path: string; readonly text: string; readonly span: Span } | undefined {
  if (kind === 'anchor') return undefined;
  const view = projectView(doc, facts);
  const leaf = view
    .declared(kind)
    .get(name)
    ?.leaves.findLast(({ file }) => file !== view.own);
  const text = leaf === undefined ? undefined : facts.read(leaf.file);
  return leaf === undefined || text === undefined ? undefined : { path: leaf.file, text, span: leaf.entry.keySpan };
}
