import { innerOffset } from './compose/inline/places.js';
import type { ComposeDocument } from './compose/types.js';
import { danglingMark } from './dockerfile/misread/continuationLines.js';
import type { DockerfileSyntax, Instruction } from './dockerfile/syntax/types.js';
import type { LintDocument } from './rule.js';
import type { Diagnosed, Draft } from './report.js';
import type { Span } from './text/span.js';
import { contains } from './text/span.js';

/**
 * Whether a finding waits until the text is saved, because the person is still writing what it speaks of:
 * anything in an instruction that the text ends with (a continuation may wait for its next line), what Docker cannot read
 * in the instruction changed last, and what is missing from a new file as long as its last stage has neither CMD nor
 * ENTRYPOINT of its own. In an ignore file, what stands in front of the last change on its line; in a Compose file, see
 * `heldInCompose`.
 */
export function heldWhileWriting(doc: LintDocument, finding: Diagnosed, draft: Draft): boolean {
  if (finding.inner !== undefined) {
    const { inline, finding: own } = finding.inner;
    return heldWhileWriting(inline.doc, own, { ...draft, at: innerOffset(inline, draft.at) });
  }
  if (doc.language === 'dockerignore') {
    const { source } = doc;
    const { at } = finding;
    if (finding.rule.wholeFile === true && !draft.saved) return true;
    return draft.at > at.start && source.lineAt(draft.at) === source.lineAt(at.start);
  }
  if (doc.language === 'compose') return heldInCompose(doc, finding, draft);
  const last = doc.syntax.instructions.at(-1);
  const { text } = doc.source;
  const isOpen = (one: Instruction): boolean =>
    !text.slice(one.span.end).includes('\n') || danglingMark(one) !== undefined;
  const unfinished = last !== undefined && draft.at >= last.span.start && isOpen(last) ? last : undefined;
  if (finding.rule.wholeFile === true && !draft.saved) {
    const stage = doc.finalStage;
    const starts = [stage?.cmd, stage?.entrypoint].filter((start) => start !== undefined);
    return !starts.some((start) => start !== unfinished && doc.stageOf(start) === stage);
  }
  if (unfinished !== undefined && finding.at.end > unfinished.span.start) return true;
  return finding.rule.parser === true && isAt(doc.syntax, draft.at, finding.at);
}

/**
 * In a Compose file: what YAML cannot read on the line that is being written; everything about a word that stands alone on
 * it, which may become a key; about a key that nothing stands behind yet, until something follows; and what is missing
 * from what is written at its end.
 */
function heldInCompose({ source }: ComposeDocument, { rule, at, owner }: Diagnosed, draft: Draft): boolean {
  if (rule.wholeFile === true && owner !== undefined && isAtEnd(source.text, owner, draft.at)) return true;
  const line = source.lineSpan(source.lineAt(draft.at));
  const isOnLine = at.start >= line.start && at.start <= line.end;
  if (rule.parser === true && (isOnLine || (at.start > line.end && isOpenLine(source.slice(line))))) return true;
  const isWord = /^[ \t]*(?:-[ \t]+)*[\w.-]*[ \t]*$/.test(source.slice(line).replace('\uFEFF', ''));
  if (isOnLine && isWord) return true;
  const between = draft.at > at.end && draft.at - at.end < 400 ? source.text.slice(at.end, draft.at) : undefined;
  if (between === undefined) return false;
  return /^[ \t]*:[ \t]*$/.test(between) || (isWord && /^[ \t]*:[ \t]*[\r\n]+[ \t]*(?:-[ \t]*)*[\w.-]*$/.test(between));
}

/** Whether a bracket or quote of a line is not closed on it, so that what follows is read otherwise. */
function isOpenLine(line: string): boolean {
  const count = (pattern: RegExp): number => line.match(pattern)?.length ?? 0;
  return count(/[[{]/g) > count(/[\]}]/g) || count(/"/g) % 2 === 1 || count(/'/g) % 2 === 1;
}

/** Whether somebody writes in the last line of a place, or behind it with only blanks between. */
function isAtEnd(text: string, { start, end }: Span, at: number): boolean {
  if (at < start) return false;
  if (at > end) return at - end < 400 && text.slice(end, at).trim() === '';
  return !/\n[^\n]*\S/.test(text.slice(at, end));
}

/** Whether a place lies in the instruction that was changed last: what is not readable yet may become so. */
function isAt(syntax: DockerfileSyntax, at: number, place: Span): boolean {
  if (place.end === at) return true;
  const { instructions, source } = syntax;
  let low = 0;
  let high = instructions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((instructions[middle]?.span.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const changed = instructions[low]?.span;
  // Blanks behind the last word are not part of the span, but of the writing.
  if (changed === undefined || !contains(changed, place) || at < changed.start) return false;
  return at <= changed.end || /^[ \t]+$/.test(source.text.slice(changed.end, Math.min(at, changed.end + 100)));
}
