import type { SnippetPlace } from '../../snippets/types.js';

/** A line that only names a key, perhaps with an anchor or a comment behind it. */
const parent = /^([ ]*)(?:- )?["']?([\w.-]+)["']?:[ ]*(?:&\S+[ ]*)?(?:#.*)?$/;

/**
 * Where a new entry would stand that is written on line `line` of a YAML text, `indent` blanks from the left edge.
 * Undefined in a list, in a text of several lines, and below keys that no snippet is for. Looks at the lines above only.
 */
export function placeOf(lines: readonly string[], line: number, indent: number): SnippetPlace | undefined {
  if (indent === 0) return 'file';
  const path: string[] = [];
  let edge = indent;
  for (let at = line - 1; at >= 0 && edge > 0; at--) {
    const text = lines[at] ?? '';
    if (/^[ ]*(?:#|$)/.test(text)) continue;
    const start = text.search(/[^ ]/);
    if (start >= edge) continue;
    const [, blanks = '', key = ''] = parent.exec(text) ?? [];
    if (key === '') return undefined;
    path.unshift(key);
    edge = blanks.length;
  }
  if (edge > 0) return undefined;
  if (path.at(-1) === 'steps') return 'steps';
  if (path[0] !== 'services' || path.length > 2) return undefined;
  return path.length === 1 ? 'services' : 'service';
}
