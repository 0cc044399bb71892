/** Where somebody writes in a Compose file. */
export interface ComposePlace {
  /** Keys and numbers that lead to the mapping or list that is written in. */
  readonly path: readonly (string | number)[];
  /** The key whose value is written on its line; undefined where a key, or an item of a list, begins. */
  readonly key: string | undefined;
  /** What stands there already, up to the cursor, without a quote in front of it. */
  readonly word: string;
  /** Column at which the key or item begins. */
  readonly column: number;
  /** Keys beside it in the same mapping. */
  readonly siblings: ReadonlySet<string>;
}

const entry = /^(["']?)([\w.$/-]+)\1:(?:[ ]+(.*))?$/;
/** A value that goes on below: nothing, or only an anchor, a tag or a comment. */
const opens = /^(?:[&!]\S*[ ]*)*(?:#.*)?$/;

interface Line {
  /** Columns of the dashes in front. */
  readonly dashes: readonly number[];
  readonly column: number;
  readonly content: string;
}

/**
 * Where a cursor is, by the lines of the text, which may be no YAML yet. Undefined in comments, in texts of several
 * lines, in braces, and in the middle of a value.
 */
export function composePlaceOf(
  lines: readonly string[],
  position: { readonly line: number; readonly character: number },
): ComposePlace | undefined {
  const text = lines[position.line] ?? '';
  const head = text.slice(0, position.character);
  if (head.includes('\t') || /^[ ]*#|[ ]#/.test(head)) return undefined;
  const { dashes, column, content } = lineOf(head);
  const flow = /^(["']?)([\w.-]+)\1:[ ]+\[(?:[^[\]{}]*,)?[ ]*["']?([\w.:-]*)$/.exec(content);
  const value = flow === null ? entry.exec(content.endsWith(':') ? `${content} ` : content) : null;
  const isEntry = value !== null && /:[ ]/.test(content);
  const word = flow?.[3] ?? (isEntry ? (value[3] ?? '') : content).replace(/^["']/, '');
  if (!/^[\w.:-]*$/.test(word)) return undefined;
  const path = pathOf(lines, position.line, { dashes, column, content: '' });
  if (path === undefined) return undefined;
  const siblings = siblingsOf(lines, position.line, column);
  if (flow !== null) return { path: [...path, flow[2] ?? '', 0], key: undefined, word, column, siblings: new Set() };
  return { path, key: isEntry ? value[2] : undefined, word, column, siblings };
}

function lineOf(text: string): Line {
  const dashes: number[] = [];
  let column = text.search(/[^ ]|$/);
  while (/^-(?: |$)/.test(text.slice(column))) {
    dashes.push(column);
    column += 1 + text.slice(column + 1).search(/[^ ]|$/);
  }
  return { dashes, column, content: text.slice(column) };
}

/** Keys and numbers above a line; undefined where one of them opens a text, or has its value beside it. */
function pathOf(lines: readonly string[], line: number, own: Line): readonly (string | number)[] | undefined {
  const path: (string | number)[] = [];
  // The dashes of a list may stand below the first letter of its key.
  const at = { edge: own.column, orEqual: false };
  const intoItems = (dashes: readonly number[]): void => {
    for (const dash of [...dashes].reverse()) {
      if (dash >= at.edge) continue;
      path.unshift(0);
      Object.assign(at, { edge: dash, orEqual: true });
    }
  };
  intoItems(own.dashes);
  for (let row = line - 1; row >= 0 && (at.edge > 0 || at.orEqual); row--) {
    const text = lines[row] ?? '';
    if (/^[ ]*(?:#|$)/.test(text)) continue;
    if (/^(?:---|\.\.\.)/.test(text)) break;
    const { dashes, column, content } = lineOf(text);
    if (column < at.edge || (at.orEqual && column === at.edge && dashes.length === 0)) {
      const [, , key = '', rest = ''] = entry.exec(content) ?? [];
      if (key === '' || !opens.test(rest)) return undefined;
      path.unshift(key);
      Object.assign(at, { edge: column, orEqual: false });
      intoItems(dashes);
    } else if (column === at.edge) {
      // Beside a key stand keys; anything else is a text that goes on.
      if (!/:(?: |$)/.test(content)) return undefined;
      intoItems(dashes);
    }
  }
  return at.edge > 0 || at.orEqual ? undefined : path;
}

/** Keys in the same column, up and down to where the mapping ends. */
function siblingsOf(lines: readonly string[], line: number, column: number): ReadonlySet<string> {
  const found = new Set<string>();
  for (const step of [-1, 1]) {
    for (let at = line + step; at >= 0 && at < lines.length; at += step) {
      const text = lines[at] ?? '';
      if (/^[ ]*(?:#|$)/.test(text)) continue;
      const other = lineOf(text);
      if (other.column < column) break;
      // The first line of an item belongs to the mapping above it only.
      if (step === 1 && other.dashes.some((dash) => dash < column)) break;
      if (other.column > column) continue;
      const key = entry.exec(other.content)?.[2];
      if (key !== undefined) found.add(key);
      if (step === -1 && other.dashes.length > 0) break;
    }
  }
  return found;
}
