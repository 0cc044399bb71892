import { contains } from '../../src/engine/text/span.js';
import type { BuildKitAnswer } from './oracles/buildkit.js';
import type { OurFile } from './ours.js';
import type { Run } from './run.js';

/** How far two parsers agree about the instructions of some files. */
export interface ParseAgreement {
  readonly files: number;
  readonly instructions: number;
  /** One line for each file where they do not: keyword, first line, last line, or whether it is an error. */
  readonly disagreements: readonly { readonly file: string; readonly what: string }[];
}

/** Compares each instruction that BuildKit's parser cuts with ours. */
export function parseAgreement({ files, buildkit }: Run): ParseAgreement {
  const disagreements: { readonly file: string; readonly what: string }[] = [];
  let instructions = 0;
  for (const file of files) {
    const answer = buildkit.get(file.name);
    if (answer === undefined || answer.failure?.stage === 'panic') continue;
    const add = (what: string | undefined): void => {
      if (what !== undefined) disagreements.push({ file: file.name, what });
    };
    add(refusal(file, answer));
    // Where its parser gives up, BuildKit has no instructions.
    if (answer.failure?.stage === 'parse') continue;
    instructions += answer.instructions.length;
    add(firstCut(file, answer));
  }
  return { files: buildkit.size, instructions, disagreements };
}

/**
 * An error that one side alone sees. What a build refuses later depends on its arguments: there we may be silent. What
 * is wrong in a trigger stops the build that pulls it, not this one.
 */
function refusal({ doc, findings }: OurFile, { failure }: BuildKitAnswer): string | undefined {
  const errors = findings.filter(({ rule, severity }) => severity === 'error' && rule.tags.includes('syntax'));
  const triggers = doc.syntax.instructions.filter(({ trigger }) => trigger !== undefined);
  const certain = errors.filter(({ at }) => !triggers.some(({ span }) => contains(span, at)));
  if (failure === undefined) return certain[0] && `only we see an error: ${certain[0].message}`;
  if (failure.stage === 'build') return undefined;
  return errors.length === 0 ? `only BuildKit sees an error: ${failure.message}` : undefined;
}

function firstCut({ doc, lineOf }: OurFile, answer: BuildKitAnswer): string | undefined {
  const own = doc.syntax.instructions.map(({ keyword, span }) =>
    describe(keyword, lineOf(span.start), lineOf(Math.max(span.start, span.end - 1))),
  );
  const theirs = answer.instructions.map(({ keyword, start, end }) => describe(keyword.toUpperCase(), start, end));
  for (let index = 0; index < Math.max(own.length, theirs.length); index++) {
    if (own[index] === theirs[index]) continue;
    return `ours ${own[index] ?? 'nothing'}, BuildKit ${theirs[index] ?? 'nothing'}`;
  }
  return undefined;
}

function describe(keyword: string, start: number, end: number): string {
  return `${keyword} in lines ${start} to ${end}`;
}
