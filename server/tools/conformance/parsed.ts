import type { Run } from './run.js';

/** How far two parsers agree about the instructions of some files. */
export interface ParseAgreement {
  readonly files: number;
  readonly instructions: number;
  /** One line for each file where they do not: keyword, first line, last line, or whether it is an error. */
  readonly disagreements: readonly string[];
}

/** Compares each instruction that BuildKit's parser cuts with ours. */
export function parseAgreement({ files, buildkit }: Run): ParseAgreement {
  const disagreements: string[] = [];
  let instructions = 0;
  for (const { name, doc, lineOf } of files) {
    const answer = buildkit.get(name);
    if (answer === undefined || answer.failure?.stage === 'panic') continue;
    const { failure } = answer;
    const theirError = failure?.stage === 'parse' || failure?.stage === 'instructions';
    const problem = doc.syntax.problems[0];
    if (theirError !== (problem !== undefined)) {
      const said = theirError ? `BuildKit: ${failure.message}` : `ours: ${problem?.message ?? ''}`;
      disagreements.push(`${name}: an error for one side alone: ${said}`);
    }
    // Where its parser gives up, BuildKit has no instructions.
    if (failure?.stage === 'parse') continue;
    const own = doc.syntax.instructions.map(({ keyword, span }) =>
      describe(keyword, lineOf(span.start), lineOf(Math.max(span.start, span.end - 1))),
    );
    const theirs = answer.instructions.map(({ keyword, start, end }) => describe(keyword.toUpperCase(), start, end));
    instructions += theirs.length;
    const at = Math.max(own.length, theirs.length);
    const first = Array.from({ length: at }, (_, index) => index).find((index) => own[index] !== theirs[index]);
    if (first === undefined) continue;
    disagreements.push(`${name}: ours ${own[first] ?? 'nothing'}, BuildKit ${theirs[first] ?? 'nothing'}`);
  }
  return { files: buildkit.size, instructions, disagreements };
}

function describe(keyword: string, start: number, end: number): string {
  return `${keyword} in lines ${start} to ${end}`;
}
