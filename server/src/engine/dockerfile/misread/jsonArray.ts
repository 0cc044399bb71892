const item = /\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)')\s*(,|$|(?=["'\]]))/y;

/** `[ "$X" = 1 ]` and `[ "$X" ] && …`, which are the shell's. */
const test =
  /^\s*\[\s*(?:"(?:[^"\\]|\\.)*"|'[^']*')(?:\s+(?:==?|!=|=~|[<>]|-(?:eq|ne|lt|le|gt|ge|nt|ot|ef|a|o))\s|\s*\]\s*(?:&&|\|\||;))/;

/**
 * Whether shell-form text begins like an array of strings: its author meant JSON. The shell's tests, `[ -f x ]` and
 * `[ "$X" = 1 ]`, do not. Never throws; linear.
 */
export function looksLikeArray(text: string): boolean {
  return /^\s*\[\s*["']/.test(text) && !test.test(text);
}

/**
 * The JSON array that a text plainly was meant to be: strings in single quotes, a comma too many or missing, no bracket
 * at the end, or a comment behind it. Undefined for anything else, the shell's `[ -f x ]` included. Never throws; linear.
 */
export function repairedArray(text: string): string | undefined {
  const trimmed = text.trim();
  if (!looksLikeArray(trimmed)) return undefined;
  const items: string[] = [];
  item.lastIndex = 1;
  while (item.lastIndex < trimmed.length) {
    const match = item.exec(trimmed);
    if (match === null) return undefined;
    const [, double, single] = match;
    if (double !== undefined && /\\(?!["\\/bfnrtu])/.test(double)) return undefined;
    items.push(double === undefined ? JSON.stringify(single) : `"${double}"`);
    const rest = trimmed.slice(item.lastIndex, item.lastIndex + 40).trimStart();
    if (rest === '' || /^\](?:$|\s+(?:#|$))/.test(rest)) return `[${items.join(', ')}]`;
  }
  return undefined;
}
