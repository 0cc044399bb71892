const item = /\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)')\s*(,|(?=["'\]]))/y;

/**
 * The JSON array that a text plainly was meant to be: strings in single quotes, a comma too many or missing.
 * Undefined for anything else, valid arrays and the shell's `[ -f x ]` included. Never throws; linear.
 */
export function repairedArray(text: string): string | undefined {
  const trimmed = text.trim();
  if (!/^\[\s*["']/.test(trimmed) || !trimmed.endsWith(']')) return undefined;
  const items: string[] = [];
  item.lastIndex = 1;
  while (item.lastIndex < trimmed.length - 1) {
    const match = item.exec(trimmed);
    if (match === null) return undefined;
    const [, double, single] = match;
    if (double !== undefined && /\\(?!["\\/bfnrtu])/.test(double)) return undefined;
    items.push(double === undefined ? JSON.stringify(single) : `"${double}"`);
    if (/^\s*\]$/.test(trimmed.slice(item.lastIndex))) return `[${items.join(', ')}]`;
  }
  return undefined;
}
