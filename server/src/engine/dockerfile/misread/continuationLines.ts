import { memoised } from '../../memo.js';
import type { Edit, Span } from '../../text/span.js';
import type { DockerfileDocument } from '../model/types.js';
import { instructionFacts } from '../syntax/tables.js';
import type { Instruction } from '../syntax/types.js';

/** A line that a continuation joins to an instruction although it plainly begins one of its own. */
export interface Swallowed {
  readonly keyword: string;
  readonly keywordSpan: Span;
  /** The escape character that joins it. */
  readonly mark: Span;
}

/**
 * The first line inside a top-level instruction that begins, no further in than the instruction itself, with a keyword
 * in capital letters. The CMD of HEALTHCHECK and what follows ONBUILD are none. Never throws.
 */
export function swallowed(doc: DockerfileDocument, instruction: Instruction): Swallowed | undefined {
  return allSwallowed(doc).get(instruction);
}

const allSwallowed = memoised((doc: DockerfileDocument): ReadonlyMap<Instruction, Swallowed> => {
  const found = new Map<Instruction, Swallowed>();
  for (const instruction of doc.syntax.instructions) {
    const first = firstSwallowed(doc, instruction);
    if (first !== undefined) found.set(instruction, first);
  }
  return found;
});

const keywordLine = /([ \t]*)([A-Z]{3,11})[ \t]/y;

function firstSwallowed(doc: DockerfileDocument, instruction: Instruction): Swallowed | undefined {
  const { continuations } = instruction;
  if (continuations.length === 0) return undefined;
  const { keyword, span, trigger } = instruction;
  const column = span.start - (doc.source.lineStarts[doc.source.lineAt(span.start)] ?? 0);
  for (const { start, end } of continuations) {
    keywordLine.lastIndex = end;
    const [, indent = '', word = ''] = keywordLine.exec(doc.source.text) ?? [];
    if (indent.length > column || instructionFacts(word) === undefined) continue;
    const keywordSpan = { start: end + indent.length, end: end + indent.length + word.length };
    if (trigger !== undefined && keywordSpan.start <= trigger.span.start) continue;
    if (word === 'CMD' && (keyword === 'HEALTHCHECK' || trigger?.keyword === 'HEALTHCHECK')) continue;
    return { keyword: word, keywordSpan, mark: { start, end: start + 1 } };
  }
  return undefined;
}

/** Takes an escape character away with the blanks in front of it, so that its line ends the instruction. Never throws. */
export function endLine(doc: DockerfileDocument, mark: Span): Edit {
  const before = doc.source.text.slice(Math.max(0, mark.start - 200), mark.start);
  const blanks = before.length - before.replace(/[ \t]+$/, '').length;
  return { span: { start: mark.start - blanks, end: mark.end }, text: '' };
}

/** The escape character that ends an instruction behind which nothing follows but blank lines and comments. */
export function danglingMark({ continuations, lineSpan }: Instruction): Span | undefined {
  const last = continuations.at(-1);
  return last === undefined || last.end < lineSpan.end ? undefined : { start: last.start, end: last.start + 1 };
}

/** The edits that take the blank lines out of an instruction; its last escape character where nothing follows it. */
export function withoutBlankLines(doc: DockerfileDocument, instruction: Instruction): readonly Edit[] {
  const { source } = doc;
  const dangling = danglingMark(instruction);
  const lines = instruction.blankLines
    .filter(({ start }) => dangling === undefined || start < dangling.start)
    .map(({ start, end }) => ({ span: { start, end: source.lineStarts[source.lineAt(start) + 1] ?? end }, text: '' }));
  return dangling === undefined ? lines : [...lines, endLine(doc, dangling)];
}
