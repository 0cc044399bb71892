/**
 * LSP snippet syntax with each placeholder replaced by its default text, for clients that insert plain text.
 * Linear; never throws.
 */
export function plainText(snippet: string): string {
  return read(snippet, 0, false).text;
}

interface Read {
  readonly text: string;
  /** Offset behind what was read. */
  readonly end: number;
}

function read(snippet: string, start: number, inside: boolean): Read {
  let text = '';
  let at = start;
  while (at < snippet.length) {
    const character = snippet.charAt(at);
    if (inside && character === '}') return { text, end: at + 1 };
    if (character === '\\' && /[\\$}]/.test(snippet.charAt(at + 1))) {
      text += snippet.charAt(at + 1);
      at += 2;
      continue;
    }
    const placeholder = character === '$' ? readPlaceholder(snippet, at) : undefined;
    text += placeholder?.text ?? character;
    at = placeholder?.end ?? at + 1;
  }
  return { text, end: at };
}

const tabstop = /\$(?:\d+|\{\d+\})/y;
const withDefault = /\$\{\d+:/y;
const choice = /\$\{\d+\|((?:[^|,\\]|\\.)*)(?:,(?:[^|\\]|\\.)*)?\|\}/y;

function readPlaceholder(snippet: string, at: number): Read | undefined {
  const bare = match(tabstop, snippet, at);
  if (bare !== undefined) return { text: '', end: at + bare[0].length };
  const named = match(withDefault, snippet, at);
  if (named !== undefined) return read(snippet, at + named[0].length, true);
  const chosen = match(choice, snippet, at);
  if (chosen === undefined) return undefined;
  return { text: (chosen[1] ?? '').replace(/\\([\\,|$}])/g, '$1'), end: at + chosen[0].length };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
