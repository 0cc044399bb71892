import type { Span } from '../../text/span.js';
import type { InstructionNode } from './instruction.js';
import { flagFacts, instructionFacts, type FlagFacts } from './tables.js';
import type { Flag, Instruction, SyntaxProblem, SyntaxProblemCode } from './types.js';

/** What BuildKit would refuse in these instructions, in their order. */
export function findProblems(instructions: readonly InstructionNode[]): readonly SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  for (const instruction of instructions) {
    for (const part of [instruction, instruction.trigger]) {
      if (part !== undefined) check(part, problems);
    }
    for (const heredoc of instruction.heredocs) {
      if (heredoc.terminatorSpan !== undefined) continue;
      const message = `The heredoc never ends, because no line consists of ${heredoc.name} alone.`;
      problems.push({ code: 'unterminated-heredoc', span: heredoc.span, word: heredoc.name, message, instruction });
    }
  }
  return problems;
}

/** The problem of a text that is larger than the parser reads. */
export function tooLarge(text: string): SyntaxProblem {
  const feed = text.indexOf('\n');
  const span = { start: 0, end: Math.min(feed < 0 ? text.length : feed, 200) };
  return {
    code: 'input-too-large',
    span,
    word: '',
    message: 'Only the syntax of the beginning was checked, because the file is very large.',
  };
}

function check(instruction: Instruction, problems: SyntaxProblem[]): void {
  const { keyword, keywordSpan } = instruction;
  if (instructionFacts(keyword) === undefined) {
    const message = `${keyword} is not an instruction, so the build stops here.`;
    problems.push({ code: 'unknown-instruction', span: keywordSpan, word: keyword, message, instruction });
    return;
  }
  checkFlags(instruction, problems);
}

function checkFlags(instruction: Instruction, problems: SyntaxProblem[]): void {
  const { flags, keyword } = instruction;
  // BuildKit never looks at the flags of these.
  if (flags.length === 0 || keyword === 'ARG' || keyword === 'STOPSIGNAL') return;
  const known = new Map(flagFacts(keyword).map((facts) => [facts.name, facts]));
  const used = new Set<string>();
  for (const flag of flags) {
    const found = flagProblem(flag, known.get(flag.name), used);
    used.add(flag.name);
    if (found === undefined) continue;
    problems.push({ ...found, word: flag.name, instruction });
  }

  function flagProblem(flag: Flag, facts: FlagFacts | undefined, seen: ReadonlySet<string>) {
    const problem = (code: SyntaxProblemCode, span: Span, message: string) => ({ code, span, message });
    if (facts === undefined)
      return problem('unknown-flag', flag.nameSpan, `${keyword} has no flag --${flag.name}, so the build stops here.`);
    if (seen.has(flag.name) && facts.kind !== 'list') {
      return problem('duplicate-flag', flag.nameSpan, `--${flag.name} is given twice, and BuildKit takes it once.`);
    }
    if (flag.value === undefined && facts.kind !== 'switch') {
      return problem('missing-flag-value', flag.nameSpan, `--${flag.name} needs a value after an equals sign.`);
    }
    return undefined;
  }
}
