import type { Edit } from '../../text/span.js';
import type { DockerfileDocument } from '../model/types.js';
import { removeInstruction } from './removeInstruction.js';
import type { Instruction } from '../syntax/types.js';

/** A part of an instruction between blanks: a word, or a pair. */
interface Part {
  readonly span: { readonly start: number; readonly end: number };
}

/**
 * Takes one of the words or pairs out of an instruction, with the blanks and the continuation between it and its
 * neighbour; the whole instruction where it is the only one. Undefined where a comment stands between. Never throws.
 */
export function removePart(
  doc: DockerfileDocument,
  instruction: Instruction,
  parts: readonly Part[],
  index: number,
): readonly Edit[] | undefined {
  const before = parts[index - 1];
  const part = parts[index];
  const after = parts[index + 1];
  if (part === undefined) return undefined;
  if (before === undefined && after === undefined) return removeInstruction(doc, instruction);
  const start = before === undefined ? part.span.start : before.span.end;
  const end = before === undefined && after !== undefined ? after.span.start : part.span.end;
  const gap = before === undefined ? { start: part.span.end, end } : { start, end: part.span.start };
  return doc.source.slice(gap).includes('#') ? undefined : [{ span: { start, end }, text: '' }];
}
