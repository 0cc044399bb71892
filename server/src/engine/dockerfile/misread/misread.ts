import type { Severity } from '../../rule.js';
import { swallowed } from './continuationLines.js';
import type { DockerfileDocument } from '../model/types.js';
import { outermost } from '../model/outermost.js';
import type { Instruction } from '../syntax/types.js';
import { unescapedArray } from '../windows/jsonPaths.js';
import { trailingComment } from './trailingComment.js';

/**
 * Where the text of an instruction stops being what its author meant for it: at a comment behind it, or at the next
 * instruction that a continuation joins to it. What Docker says of the rest is not worth telling. Never throws.
 */
export function misreadFrom(doc: DockerfileDocument, instruction: Instruction): number {
  const comment = trailingComment(doc, instruction)?.start ?? Infinity;
  // The other rules about this do not run where the file is read only in part.
  if (doc.syntax.limited) return comment;
  if (unescapedArray(doc, instruction) !== undefined) return instruction.bodySpan.start;
  return Math.min(comment, swallowed(doc, outermost(instruction))?.keywordSpan.start ?? Infinity);
}

/** Whether Docker refuses the instruction, whatever it is in it. Never throws. */
export function isRefused(doc: DockerfileDocument, instruction: Instruction): boolean {
  const outer = outermost(instruction);
  return doc.syntax.problems.some((problem) => problem.instruction && outermost(problem.instruction) === outer);
}

/** An error where the build stops at an instruction with more words than its author meant: COPY and ADD look for files. */
export function misreadSeverity(doc: DockerfileDocument, instruction: Instruction): Severity {
  const { keyword } = instruction.trigger ?? instruction;
  return keyword === 'COPY' || keyword === 'ADD' || isRefused(doc, instruction) ? 'error' : 'warning';
}
