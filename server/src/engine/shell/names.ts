import type { Command, SyntaxNode, Word } from './unbash/nodes.js';

/** The literal name of a command without its folder; undefined where it is not literal. Never throws. */
export function nameOf({ name }: Command): string | undefined {
  const value = name === undefined ? undefined : literalOf(name);
  return value === undefined ? undefined : value.slice(value.lastIndexOf('/') + 1);
}

/** What a word means where nothing in it is expanded; undefined for others. Never throws. */
export function literalOf({ value, parts }: Word): string | undefined {
  return parts === undefined || parts.every(isLiteral) ? value : undefined;
}

function isLiteral(part: NonNullable<Word['parts']>[number]): boolean {
  if (part.type === 'DoubleQuoted') return part.parts.every(({ type }) => type === 'Literal');
  return part.type === 'Literal' || part.type === 'SingleQuoted' || part.type === 'AnsiCQuoted';
}

/** The words behind the name of a command, assignments and redirects left out. Never throws. */
export function argumentsOf({ suffix }: Command): readonly Word[] {
  return suffix.filter((part) => part.type === 'Word');
}

/** The name of a variable that a node reads, without `$` and braces; undefined for other nodes. Never throws. */
export function variableOf(node: SyntaxNode): string | undefined {
  if (node.type === 'SimpleExpansion') return node.text.slice(1);
  return node.type === 'ParameterExpansion' ? node.parameter : undefined;
}
