import type { Facts } from '../../facts.js';
import type { Fix } from '../../rule.js';
import type { LackingVariable } from './lacking.js';

/** Writes the name that was meant, or else adds the variable to `.env`, where an empty value may do. */
export function fixesOf({ node, part, near, file, required }: LackingVariable, facts: Facts): readonly Fix[] {
  if (near !== undefined) {
    if (node.sharedBy !== undefined) return [];
    const span = node.text.span(part.nameAt.start, part.nameAt.end);
    return [{ title: `Change it to ${near}`, safety: 'suggestion', edits: () => [{ span, text: near }] }];
  }
  const text = file === '.env' && !required ? facts.read(file) : undefined;
  if (text === undefined) return [];
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const start = text === '' || text.endsWith('\n') ? '' : eol;
  const at = { start: text.length, end: text.length };
  const edits = [{ path: file, edits: [{ span: at, text: `${start}${part.name}=${eol}` }] }];
  return [{ title: `Add ${part.name} to .env`, safety: 'suggestion', edits: () => edits }];
}
