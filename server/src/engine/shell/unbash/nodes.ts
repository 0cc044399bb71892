import type { SyntaxNode } from 'unbash';

/** The nodes of the shell syntax tree: plain data with UTF-16 offsets `pos` and `end`. */
export type * from 'unbash';
export { forEachChild } from 'unbash';

export type NodeType = SyntaxNode['type'];
export type NodeOf<T extends NodeType> = Extract<SyntaxNode, { readonly type: T }>;
