/** A stretch of lines that the YAML reader reads alone as it reads them in the whole: a key of the file, or a service. */
export interface Part {
  /** Where its lines start. */
  readonly base: number;
  /** Where its key starts. */
  readonly start: number;
  readonly text: string;
  /** What stands below the key, cut in turn; `text` is then the line of the key and what stands before the first one. */
  readonly inner: readonly Part[] | undefined;
}

/** A key as nearly all are: letters without quotes and a colon. */
const topKey = /^[A-Za-z0-9_][\w.-]*:(?=[ \r\n]|$)/gm;
/** What there is above the first key of most files: comments, and perhaps one start of a document. */
const preamble = /^(?:(?:[ ]*(?:#[^\n]*)?\r?\n)*)(?:---[ ]*\r?\n(?:[ ]*(?:#[^\n]*)?\r?\n)*)?$/;
/** Several documents, directives, a mark at the start, and blanks that are none for YAML. */
const unusual = /^(?:---|\.\.\.|%)|[\t\uFEFF\u2028\u2029]|\r(?!\n)/m;
/** The whole line of a key below which everything stands. */
const keyAlone = /^services:[ ]*(?:#[^\n]*)?\r?\n/;
/** A line that is not blank and no comment, with its indentation. */
const filledLine = /^([ ]*)(?![ #\r\n]|$)([^\n]*)/gm;
const innerKey = /^[A-Za-z0-9_][\w.-]*:(?=[ \r\n]|$)/;

/**
 * The parts of a file that is written as nearly all are; undefined for others. Nothing in one part can reach into the
 * next: a text, a list or a mapping that is not closed is an error in its own part, and block texts stand further to the
 * right than the key that ends them.
 */
export function cutParts(text: string): readonly Part[] | undefined {
  const starts = Array.from(text.matchAll(topKey), ({ index }) => index);
  const [first] = starts;
  if (first === undefined || !preamble.test(text.slice(0, first)) || unusual.test(text.slice(first))) return undefined;
  return starts.map((base, at) => {
    const part = text.slice(base, starts[at + 1] ?? text.length);
    return cutInner(part, base) ?? { base, start: base, text: part, inner: undefined };
  });
}

function cutInner(part: string, base: number): Part | undefined {
  const head = keyAlone.exec(part)?.[0].length;
  if (head === undefined) return undefined;
  const starts: number[] = [];
  let indent = 0;
  filledLine.lastIndex = head;
  for (let line = filledLine.exec(part); line !== null; line = filledLine.exec(part)) {
    const [, { length } = '', words = ''] = line;
    if (starts.length === 0) indent = length;
    if (length > indent) continue;
    if (length < indent || indent === 0 || !innerKey.test(words)) return undefined;
    starts.push(line.index);
  }
  const inner = starts.map((from, at) => ({
    base: base + from,
    start: base + from + indent,
    text: part.slice(from, starts[at + 1] ?? part.length),
    inner: undefined,
  }));
  return inner.length === 0 ? undefined : { base, start: base, text: part.slice(0, starts[0]), inner };
}
