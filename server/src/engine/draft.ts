import type { LintDocument } from './lint.js';
import type { Diagnosed, Draft } from './report.js';

/**
 * Whether a finding waits until the text is saved, because the person is still writing what it speaks of:
 * anything in an instruction that the text ends with, a keyword that is being typed, and what is missing
 * from a new file as long as its last stage has neither CMD nor ENTRYPOINT of its own.
 */
export function heldWhileWriting(doc: LintDocument, finding: Diagnosed, draft: Draft): boolean {
  if (doc.language !== 'dockerfile') return false;
  const last = doc.syntax.instructions.at(-1);
  const { text } = doc.source;
  const unfinished =
    last !== undefined && draft.at >= last.span.start && !text.slice(last.span.end).includes('\n') ? last : undefined;
  if (finding.rule.wholeFile === true && !draft.saved) {
    const stage = doc.finalStage;
    const starts = [stage?.cmd, stage?.entrypoint].filter((start) => start !== undefined);
    return !starts.some((start) => start !== unfinished && doc.stageOf(start) === stage);
  }
  if (unfinished !== undefined && finding.at.end > unfinished.span.start) return true;
  return finding.rule.id === 'unknown-instruction' && finding.at.end === draft.at;
}
