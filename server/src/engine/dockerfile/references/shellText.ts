/** Where a text speaks of a variable. */
export interface Mentions {
  /** UTF-16 offsets at which the name stands behind `$` or `${`. */
  readonly uses: readonly number[];
  /** It is also set or named there in ways that need not mean the variable of the Dockerfile. */
  readonly unclear: boolean;
}

/** `shell`: quotes and comments count; `heredoc`: a body that is expanded whatever its quotes; `opaque`: text for others. */
export type Reading = 'shell' | 'heredoc' | 'opaque';

const none: Mentions = { uses: [], unclear: false };
/** Commands whose words are names of variables. */
const naming = new Set([
  ...['for', 'select', 'read', 'export', 'unset', 'local', 'declare', 'typeset', 'readonly', 'printenv', 'getopts'],
  ...['mapfile', 'readarray', '-v'],
]);
const use = /\$(?:\{[#!]?)?([A-Za-z_]\w*)/y;

/** What a text that a shell reads says of a variable. Linear; never throws. */
export function mentions(text: string, name: string, reading: Reading, escape = '\\'): Mentions {
  if (!text.includes(name)) return none;
  if (reading === 'opaque') return { uses: [], unclear: hasWord(text, name) };
  const { uses, hidden } = expansions(text, name, reading === 'shell', escape);
  return { uses, unclear: hidden || (reading === 'shell' && (isNamed(text, name) || isCounted(text, name))) };
}

/** Whether a name stands in a text as a whole word. */
export function hasWord(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!/\w/.test(text.charAt(at - 1)) && !/\w/.test(text.charAt(at + name.length))) return true;
  }
  return false;
}

function expansions(
  text: string,
  name: string,
  quotes: boolean,
  escape: string,
): { readonly uses: readonly number[]; readonly hidden: boolean } {
  const uses: number[] = [];
  let hidden = false;
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '$') {
      const found = useAt(text, at, name);
      if (found === undefined) continue;
      if (quote === "'") hidden = true;
      else uses.push(found);
    } else if (char === escape && quote !== "'") {
      at++;
      if (useAt(text, at, name) !== undefined) hidden = true;
    } else if (!quotes) continue;
    else if (char === quote) quote = '';
    else if (quote === '' && (char === "'" || char === '"')) quote = char;
    else if (quote === '' && char === '#' && /^$|[\s;&|(]/.test(text.charAt(at - 1))) {
      const end = text.indexOf('\n', at);
      if (end < 0) break;
      at = end;
    }
  }
  return { uses, hidden };
}

/** The offset of the name, if the text uses it at a `$`. */
function useAt(text: string, at: number, name: string): number | undefined {
  use.lastIndex = at;
  const match = use.exec(text);
  return match?.[1] === name ? use.lastIndex - name.length : undefined;
}

/** Whether the shell sets the variable or is given its name. */
function isNamed(text: string, name: string): boolean {
  for (const part of text.split(/[\n;&|(){}]|\[\[?/)) {
    const words = part.split(/[\s"'`]+/);
    if (words.some((word) => word.startsWith(`${name}=`) || word.startsWith(`${name}+=`))) return true;
    if (words.includes(name) && words.some((word) => naming.has(word))) return true;
  }
  return false;
}

/** Whether arithmetic names the variable without `$`. */
function isCounted(text: string, name: string): boolean {
  return text
    .split('((')
    .slice(1)
    .some((part) => {
      const counted = part.slice(0, (part.indexOf(')') + 1 || part.length + 1) - 1);
      return hasWord(counted.replaceAll('$', '_'), name);
    });
}
