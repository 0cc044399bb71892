/**
 * LSP snippet syntax as a client that inserts plain text should have it: each placeholder is its default text or its
 * first choice, and a tab stop that follows another one has the text of that one. `given` holds other texts by the number
 * of the tab stop. Never throws.
 */
export function plainText(snippet: string, given: ReadonlyMap<string, string> = new Map()): string {
  const values = new Map(given);
  read(snippet, 0, false, values);
  return read(snippet, 0, false, values).text;
}

interface Read {
  readonly text: string;
  /** Offset behind what was read. */
  readonly end: number;
}

/** The first text of each tab stop goes into `values`, where those without any take theirs from. */
type Values = Map<string, string>;

function read(snippet: string, start: number, inside: boolean, values: Values): Read {
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
    const placeholder = character === '$' ? readPlaceholder(snippet, at, values) : undefined;
    text += placeholder?.text ?? character;
    at = placeholder?.end ?? at + 1;
  }
  return { text, end: at };
}

const tabstop = /\$(?:(\d+)|\{(\d+)\})/y;
const withDefault = /\$\{(\d+):/y;
const choice = /\$\{(\d+)\|((?:[^|,\\]|\\.)*)(?:,(?:[^|\\]|\\.)*)?\|\}/y;

function readPlaceholder(snippet: string, at: number, values: Values): Read | undefined {
  const bare = match(tabstop, snippet, at);
  if (bare !== undefined) return { text: values.get(bare[1] ?? bare[2] ?? '') ?? '', end: at + bare[0].length };
  const named = match(withDefault, snippet, at);
  if (named !== undefined) {
    const { text, end } = read(snippet, at + named[0].length, true, values);
    return { text: first(values, named[1], text), end };
  }
  const chosen = match(choice, snippet, at);
  if (chosen === undefined) return undefined;
  const text = (chosen[2] ?? '').replace(/\\([\\,|])/g, '$1');
  return { text: first(values, chosen[1], text), end: at + chosen[0].length };
}

/** What the tab stop had first, else `text`. */
function first(values: Values, name = '', text: string): string {
  const known = values.get(name);
  if (known !== undefined) return known;
  values.set(name, text);
  return text;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
