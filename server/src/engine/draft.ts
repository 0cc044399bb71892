import { innerOffset } from './compose/inline/places.js';
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
 * ENTRYPOINT of its own. In an ignore file, what stands in front of the last change on its line; in a Compose file, what
 * YAML cannot read on it.
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
  if (doc.language === 'compose') {
    // What cannot be read on the line that is being written may become so.
    return finding.rule.parser === true && doc.source.lineAt(draft.at) === doc.source.lineAt(finding.at.start);
  }
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
