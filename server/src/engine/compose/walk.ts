import { memoised } from '../memo.js';
import { parseTemplate } from './interpolation/parse.js';
import type { Template } from './interpolation/types.js';
import type { ComposeNode, ScalarNode } from './tree/types.js';
import type { ComposeDocument } from './types.js';

/** Every scalar that is a value, once, however many aliases lead to it; what `!reset` takes away is not read by Compose. */
export const scalarsOf = memoised((doc: ComposeDocument): readonly ScalarNode[] => {
  const found: ScalarNode[] = [];
  const seen = new Set<ComposeNode>();
  const visit = (node: ComposeNode | undefined): void => {
    if (node === undefined || node.tag === 'reset' || seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'scalar') found.push(node);
    else if (node.kind === 'list') node.items.forEach(visit);
    else for (const { value } of node.entries) visit(value);
  };
  doc.roots.forEach(visit);
  return found;
});

/** A text in which Compose looks for variables. */
export interface Interpolation {
  readonly node: ScalarNode;
  readonly template: Template;
}

/** The texts with a `$` in them that is not all literal: variables, escapes and what cannot be read. */
export const interpolationsOf = memoised((doc: ComposeDocument): readonly Interpolation[] =>
  scalarsOf(doc).flatMap((node) => {
    if (typeof node.value !== 'string' || !node.value.includes('$')) return [];
    const template = parseTemplate(node.text.text);
    return template.parts.some(({ kind }) => kind !== 'literal') ? [{ node, template }] : [];
  }),
);
