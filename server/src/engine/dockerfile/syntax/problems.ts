import type { SourceText } from '../../text/source.js';
import { checkArguments } from './check-arguments.js';
import { checkFlags } from './check-flags.js';
import { isBlank } from './characters.js';
import type { InstructionNode } from './instruction.js';
import { instructionFacts } from './tables.js';
import type { Report } from './report.js';
import type { SyntaxProblem } from './types.js';

/** Problems beyond which no more are looked for: such a text is no Dockerfile. */
export const problemLimit = 1000;

/** The problems of so many instructions, from the first on. */
interface Known {
  readonly problems: readonly SyntaxProblem[];
  readonly instructions: number;
}

/**
 * What BuildKit would refuse in these instructions, in the order of the text, some of which may be known already; it
 * stops soon after `problemLimit`.
 */
export function findProblems(
  source: SourceText,
  instructions: readonly InstructionNode[],
  known: Known = { problems: [], instructions: 0 },
): readonly SyntaxProblem[] {
  const problems: SyntaxProblem[] = [...known.problems];
  const check = new Checker(problems);
  let previous = instructions[known.instructions - 1];
  const last = problems.at(-1);
  let continued = last?.code === 'missing-continuation' && last.instruction === previous;
  for (let index = known.instructions; index < instructions.length; index++) {
    const instruction = instructions[index];
    if (instruction === undefined || problems.length >= problemLimit) break;
    if (instructionFacts(instruction.keyword) === undefined) {
      continued = continues(source, instruction, previous, continued);
      problems.push(continued ? missingContinuation(instruction) : unknownInstruction(instruction));
    } else {
      continued = false;
      check.run(instruction);
    }
    previous = instruction;
  }
  return problems;
}

/** The problem of a text that is larger than the parser reads. */
export function tooLarge(text: string): SyntaxProblem {
  const feed = text.indexOf('\n');
  const end = Math.min(feed < 0 ? text.length : feed, 200);
  const message = 'Only the beginning of this file was checked for its syntax, because it is very large.';
  return { code: 'input-too-large', span: { start: 0, end }, word: '', message };
}

/** Checks known instructions one after the other, all with one function that takes their problems. */
class Checker {
  readonly #problems: SyntaxProblem[];
  readonly #report: Report;
  #instruction: InstructionNode | undefined;

  constructor(problems: SyntaxProblem[]) {
    this.#problems = problems;
    this.#report = (finding) => {
      const instruction = this.#instruction;
      problems.push(instruction === undefined ? finding : { ...finding, instruction });
    };
  }

  run(instruction: InstructionNode): void {
    this.#one(instruction);
    const { trigger } = instruction;
    if (trigger !== undefined) {
      if (instructionFacts(trigger.keyword) === undefined) this.#problems.push(unknownInstruction(trigger));
      else this.#one(trigger);
    }
    for (const { name, span, terminatorSpan } of instruction.heredocs) {
      if (terminatorSpan !== undefined) continue;
      const message = `This here-document never ends, because no line below it consists of ${name} alone.`;
      this.#problems.push({ code: 'unterminated-heredoc', span, word: name, message, instruction });
    }
  }

  #one(instruction: InstructionNode): void {
    this.#instruction = instruction;
    checkFlags(instruction, this.#report);
    checkArguments(instruction, this.#report);
  }
}

function unknownInstruction(instruction: InstructionNode): SyntaxProblem {
  const word = keywordAsWritten(instruction);
  const message = `Docker has no instruction ${word}, so the build stops here.`;
  return { code: 'unknown-instruction', span: instruction.keywordSpan, word, message, instruction };
}

function missingContinuation(instruction: InstructionNode): SyntaxProblem {
  const word = keywordAsWritten(instruction);
  const message = 'This line goes on with the one above, but Docker takes it for an instruction and stops the build.';
  return { code: 'missing-continuation', span: instruction.keywordSpan, word, message, instruction };
}

function keywordAsWritten({ joined, keyword }: InstructionNode): string {
  return joined.text.slice(0, keyword.length);
}

/** Not the marks of a merge conflict, which are seven of a kind. */
const operator = /^(?:&&|\|\|?(?!\|)|;|>(?!>{6})|<(?!<{6})|&|\))/;
const open = /(?:&&|\|)$/;
const proseKeywords: ReadonlySet<string> = new Set(['FROM', 'MAINTAINER', 'STOPSIGNAL', 'USER', 'WORKDIR', 'ONBUILD']);

/** Whether an unknown instruction plainly is the rest of the one above it. */
function continues(
  source: SourceText,
  instruction: InstructionNode,
  previous: InstructionNode | undefined,
  chained: boolean,
): boolean {
  if (previous === undefined || (!chained && instructionFacts(previous.keyword) === undefined)) return false;
  const word = keywordAsWritten(instruction);
  if (operator.test(word) || open.test(previous.joined.text)) return true;
  const { start } = instruction.span;
  const between = source.text.slice(previous.span.end, start);
  if (between.split('\n').length !== 2 || !isBlank(between.charCodeAt(between.length - 1))) return false;
  return !proseKeywords.has(previous.keyword) && /^(?:-|[a-z0-9_./$"'[]|[A-Z]\w*=)/.test(word);
}
