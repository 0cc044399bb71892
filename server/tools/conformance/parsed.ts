import { contains, type Span } from '../../src/engine/text/span.js';
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

/** Rules about what BuildKit's frontend refuses beside single instructions. */
const ofWholeFile: ReadonlySet<string> = new Set([
  'empty-base-image',
  'instruction-before-from',
  'invalid-base-image',
  'invalid-check-directive',
  'missing-from',
]);

/** Instructions that only a build can refuse: files that are not there, an account that is not. */
const ofBuild: ReadonlySet<string> = new Set(['COPY', 'ADD', 'USER']);

/**
 * A refusal that one side alone sees, or one that no finding calls an error. What a build refuses later depends on its
 * arguments: there we may be silent. What is wrong in a trigger stops the build that pulls it, not this one.
 */
function refusal({ doc, findings }: OurFile, { failure }: BuildKitAnswer): string | undefined {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const whole = errors.filter(({ rule }) => ofWholeFile.has(rule.id));
  const refused = [...doc.syntax.problems.map(({ span, message }) => ({ at: span, message })), ...whole];
  const misread = errors.filter(({ rule }) => rule.tags.includes('syntax'));
  const elsewhere = doc.syntax.instructions.filter(({ trigger }) => trigger !== undefined);
  const later = doc.syntax.instructions.filter(({ keyword }) => ofBuild.has(keyword));
  const isIn = (some: typeof later, at: Span): boolean => some.some(({ span }) => contains(span, at));
  const certain = [...refused, ...misread.filter(({ at }) => !isIn(later, at))].filter(
    ({ at }) => !isIn(elsewhere, at),
  );
  if (failure === undefined) return certain[0] && `only we see an error: ${certain[0].message}`;
  if (failure.stage === 'build') return undefined;
  if (refused.length === 0) return `only BuildKit sees an error: ${failure.message}`;
  return errors.length === 0 ? `no finding is an error, but BuildKit refuses the file: ${failure.message}` : undefined;
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
