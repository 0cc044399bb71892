import { entryOfLine } from '../compose/entries.js';
import type { ScalarNode } from '../compose/tree/types.js';
import type { ComposeDocument } from '../compose/types.js';
import { scalarsOf } from '../compose/walk.js';
import type { SourceText } from '../text/source.js';
import type { Span } from '../text/span.js';
import { dclintComment } from './forms/dclint.js';
import type { ParsedComment } from './forms/parsed.js';
import { parseComment } from './grammar.js';
import type { Placement } from './place.js';

/** A comment of a Compose file and what it covers. */
export interface ComposeComment {
  readonly parsed: ParsedComment;
  readonly span: Span;
  readonly placement: Placement;
}

/**
 * The comments of a Compose file that hide findings: ours, and those of dclint and KICS. One of ours on a line of its own
 * covers the entry or item that starts on the next line that is neither blank nor a comment, all that stands in it
 * included; one behind something what starts on its line. In a file that says nothing it covers the file.
 */
export function composeComments(doc: ComposeDocument): readonly ComposeComment[] {
  const { source } = doc;
  const found: ComposeComment[] = [];
  let scalars: readonly ScalarNode[] | undefined;
  const next = { near: new Below(source, true), far: new Below(source, false) };
  for (const match of source.text.matchAll(
    /(?<![^\s\uFEFF])#[ \t]*(?:docker-patterns|dclint|kics-scan)(?![\w-])[^\r\n]*/gi,
  )) {
    const text = match[0].trimEnd();
    const span = { start: match.index, end: match.index + text.length };
    const parsed = dclintComment(text) ?? parseComment(text)[0];
    scalars ??= [...scalarsOf(doc)].sort((a, b) => a.span.start - b.span.start);
    if (parsed === undefined || isInside(doc, scalars, span.start)) continue;
    found.push({ parsed, span, placement: placementOf(doc, parsed, span, next) });
  }
  return found;
}

function placementOf(
  doc: ComposeDocument,
  { reach, source: tool }: ParsedComment,
  span: Span,
  next: { readonly near: Below; readonly far: Below },
): Placement {
  const { source } = doc;
  const whole: Placement = { scope: 'file', covers: { start: 0, end: source.text.length } };
  if (reach === 'file') return whole;
  if (reach === 'head') return isAtTop(doc, tool, span) ? whole : { misplaced: placesOf[tool] ?? nowhere };
  const own = source.lineAt(span.start);
  const { start } = source.lineSpan(own);
  const isAlone = /^[\s\uFEFF]*$/.test(source.text.slice(start, span.start));
  // KICS looks at comments above something only.
  if (!isAlone && tool === 'kics') return { misplaced: 'KICS reads this comment only above a line.' };
  // Of a file that says nothing there is no entry to stand above.
  if (tool === 'docker-patterns' && doc.problems.some(({ code }) => code === 'empty-file')) return whole;
  const line = isAlone ? (tool === 'dclint' ? next.near : next.far).line(own) : own;
  if (line >= source.lineCount) return { misplaced: nowhere };
  const covers = source.lineSpan(line);
  if (isAlone && tool === 'dclint' && source.slice(covers).trim() === '') {
    return { misplaced: 'dclint reads this comment only directly above a line, or behind it.' };
  }
  if (tool === 'kics' && reach === 'next') return { scope: 'within', covers: { ...covers, end: covers.end + 1 } };
  return { scope: 'next', covers: { start: covers.start, end: entryOfLine(doc, covers.start)?.end ?? covers.end } };
}

/** Characters of comments above what is still the top of a file. */
const mostAbove = 10_000;

const nowhere = 'Nothing follows this comment, so it hides nothing.';

const placesOf: { readonly [tool in ParsedComment['source']]?: string } = {
  dclint: 'dclint reads this comment only on the first line of the file.',
  kics: 'KICS reads this command only at the top of the file.',
};

/** Finds the next line that is no comment; asked in the order of the text, so that no line is looked at twice. */
class Below {
  readonly #source: SourceText;
  readonly #passed: RegExp;
  #from = 0;
  #to = 0;

  /** Empty lines are passed over as well where they do not part. */
  constructor(source: SourceText, partsAtBlank: boolean) {
    this.#source = source;
    this.#passed = partsAtBlank ? /^\s*#/ : /^\s*(?:#|$)/;
  }

  line(own: number): number {
    if (own + 1 >= this.#from && own + 1 <= this.#to) return this.#to;
    let line = own + 1;
    while (line < this.#source.lineCount && this.#passed.test(this.#source.slice(this.#source.lineSpan(line)))) line++;
    this.#from = own + 1;
    this.#to = line;
    return line;
  }
}

/** dclint looks at the first line that is not empty and no `---`, KICS at the comments above everything else. */
function isAtTop({ source }: ComposeDocument, tool: ParsedComment['source'], { start }: Span): boolean {
  // Many comments cannot make it slow: behind so much nothing is at the top.
  if (start > mostAbove) return false;
  const before = source.text.slice(0, start).replace('\uFEFF', '');
  if (tool === 'kics') return /^(?:[ \t]*(?:#[^\r\n]*|---[ \t]*)?(?:\r\n|\r|\n))*[ \t]*$/.test(before);
  return /^(?:[ \t]*(?:---[ \t]*)?(?:\r\n|\r|\n))*[^\r\n]*$/.test(before);
}

/** Whether an offset lies in a text of the file, where `#` starts no comment. */
function isInside(doc: ComposeDocument, scalars: readonly ScalarNode[], offset: number): boolean {
  let low = 0;
  let high = scalars.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scalars[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const scalar = scalars[low - 1];
  if (scalar === undefined || offset >= scalar.span.end) return false;
  // Behind the `|` or `>` of a text in lines a comment is one.
  const isBlock = scalar.style === 'literal' || scalar.style === 'folded';
  return !isBlock || doc.source.lineAt(offset) > doc.source.lineAt(scalar.span.start);
}
