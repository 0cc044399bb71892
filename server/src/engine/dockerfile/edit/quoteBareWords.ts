import type { Edit } from '../../text/span.js';
import type { Instruction, SyntaxProblem } from '../syntax/types.js';

/**
 * The edits that put a value of ENV or LABEL in quotes together with the words behind it that have no equals sign.
 * Undefined where those look like a name and a value of their own, or where quotes stand already. Never throws.
 */
export function quoteBareWords({ span, instruction }: SyntaxProblem): readonly Edit[] | undefined {
  const { keyword = '', pairs = [] }: Partial<Instruction> = instruction ?? {};
  if (keyword !== 'ENV' && keyword !== 'LABEL') return undefined;
  const first = pairs.findIndex((pair) => pair.span.start === span.start && pair.value === undefined);
  const value = pairs[first - 1]?.value;
  if (value === undefined || value.text === '') return undefined;
  const bare = pairs.slice(first).filter((pair) => pair.span.end <= span.end);
  if (bare.length > 1 && /^[A-Z_][A-Z\d_]+$/.test(bare[0]?.key.text ?? '')) return undefined;
  if ([value, ...bare.map(({ key }) => key)].some(({ text }) => /["'\\`$]/.test(text))) return undefined;
  const { start } = value.span;
  return [
    { span: { start, end: start }, text: '"' },
    { span: { start: span.end, end: span.end }, text: '"' },
  ];
}
