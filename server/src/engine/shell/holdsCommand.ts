import type { Assignment, SyntaxNode } from './unbash/nodes.js';

/** Whether a value is made by a command, `$(…)`, whose failure an assignment tells and `export` hides. Never throws. */
export function holdsCommand(value: Assignment['value']): boolean {
  if (value.type !== 'Word') return false;
  const runs = (part: SyntaxNode): boolean =>
    part.type === 'CommandExpansion' || (part.type === 'DoubleQuoted' && part.parts.some(runs));
  return value.parts?.some(runs) === true;
}
