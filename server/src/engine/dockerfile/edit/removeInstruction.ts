import { deleteComment } from '../../suppress/edit.js';
import { parseSuppressions } from '../../suppress/parse.js';
import type { Edit } from '../../text/span.js';
import { deleteInstruction } from './instructions.js';
import type { DockerfileDocument } from '../model/types.js';
import { outermost } from '../model/outermost.js';
import type { Instruction } from '../syntax/types.js';

/**
 * Removes an instruction with the comments above it that hide findings, which would count for the next instruction.
 * Other comments stay. Never throws.
 */
export function removeInstruction(doc: DockerfileDocument, instruction: Instruction): readonly Edit[] {
  const { leadingComments } = outermost(instruction);
  const starts = new Set(leadingComments.map(({ span }) => span.start));
  const hiding = parseSuppressions(doc).filter(({ span, scope }) => scope === 'next' && starts.has(span.start));
  if (hiding.length > 0 && hiding.length === leadingComments.length) {
    return [deleteInstruction(doc, instruction, { comments: true })];
  }
  return [...hiding.map((comment) => deleteComment(doc.source, comment)), deleteInstruction(doc, instruction)];
}
