import { memoised } from '../../memo.js';
import type { Edit } from '../../text/span.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';

/**
 * The case that most instructions of the stages have, as BuildKit counts (dockerfile2llb/validations.go,
 * validateCommandCasing): a tie means capital letters, mixed words do not count.
 */
export const majorityCase = memoised((doc: DockerfileDocument): 'lower' | 'upper' => {
  let lower = 0;
  let upper = 0;
  for (const { instructions } of doc.stages) {
    for (const { keyword, keywordSpan } of instructions) {
      const written = doc.source.slice(keywordSpan);
      if (written === keyword) upper++;
      else if (written === keyword.toLowerCase()) lower++;
    }
  }
  return lower > upper ? 'lower' : 'upper';
});

/** Writes the keyword of an instruction, and the AS of a FROM, in one case. Never throws. */
export function recased(instruction: Instruction, to: 'lower' | 'upper'): readonly Edit[] {
  const { keyword, keywordSpan, words } = instruction;
  const change = (text: string): string => (to === 'lower' ? text.toLowerCase() : text.toUpperCase());
  const [, as] = words;
  const edits: Edit[] = [{ span: keywordSpan, text: change(keyword) }];
  if (keyword === 'FROM' && as !== undefined && words.length === 3 && /^as$/i.test(as.text)) {
    if (as.text !== change(as.text)) edits.push({ span: as.span, text: change(as.text) });
  }
  return edits;
}
