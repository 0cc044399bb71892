import type { Rule } from '../../src/engine/rule.js';
import { compare } from './compare.js';
import { explains, tooWide, type Declared } from './differences.js';
import { buildkit, type BuildKitAnswer } from './oracles/buildkit.js';
import { hadolint } from './oracles/hadolint.js';
import { shellcheck, type ShellCheck } from './oracles/shellcheck.js';
import { moved, opener, oursFor, type OurFile } from './ours.js';
import { comparable, unreadable } from './places.js';
import { scriptsOf } from './scripts.js';
import type { CaseFile, Outcome, Theirs, Tool } from './types.js';

/** What an oracle is, or why it cannot be had. */
export type OracleState = { readonly version: string } | { readonly missing: string };

interface Verdict {
  readonly difference?: Declared;
  /** Differences that hold although both speak. */
  readonly tooWide: readonly string[];
}

export interface Judged extends Outcome, Verdict {
  readonly tool: Tool;
  readonly file: string;
}

export interface Run {
  readonly files: readonly (CaseFile & OurFile)[];
  readonly oracles: Readonly<Record<Tool, OracleState>>;
  readonly outcomes: readonly Judged[];
  /** By the name of the file; without BuildKit empty. */
  readonly buildkit: ReadonlyMap<string, BuildKitAnswer>;
  /** Files that a tool refuses, so that its codes are not compared there. */
  readonly refused: readonly { readonly tool: Tool; readonly file: string; readonly message: string }[];
}

/** Asks every oracle that can be had about every file, and compares. */
export async function runAll(
  cases: readonly CaseFile[],
  rules: readonly Rule[],
  differences: readonly Declared[],
): Promise<Run> {
  const open = opener(rules, 'all');
  const files = cases.map((file) => ({ ...file, ...open(file.text, file.around, file.place) }));
  const [lint, build, shell] = [await hadolint(), await buildkit(), await shellcheck()];
  const lines = 'missing' in lint ? undefined : await lint.ask(files);
  const asked = files.map((file) => ({ ...file, platform: platformOf(file) }));
  const answers = 'missing' in build ? new Map<string, BuildKitAnswer>() : await build.ask(asked);
  const shellRemarks = 'missing' in shell ? new Map<string, readonly Theirs[]>() : await askShell(shell, files);

  const outcomes: Judged[] = [];
  const refused: Run['refused'][number][] = [];
  for (const file of files) {
    const judge = (tool: Tool, theirs: readonly Theirs[], checked: (code: string) => boolean = () => true): void => {
      const both = comparable(tool, file, oursFor(tool, file), moved(theirs, file));
      for (const outcome of compare(both.ours, both.theirs)) {
        if (!checked(outcome.code)) continue;
        outcomes.push({ ...outcome, tool, file: file.name, ...judged(differences, tool, outcome, file) });
      }
    };
    const said = lines?.get(file.name);
    const own = said?.filter(({ code }) => code.startsWith('DL'));
    const broken = own?.find(({ code }) => code === unreadable);
    if (broken !== undefined) refused.push({ tool: 'hadolint', file: file.name, message: broken.message });
    if (own !== undefined) judge('hadolint', own);
    const remarks = shellRemarks.get(file.name);
    if (remarks !== undefined) judge('shellcheck', remarks);

    const answer = answers.get(file.name);
    if (answer?.failure !== undefined && !answer.complete) {
      refused.push({ tool: 'buildkit', file: file.name, message: answer.failure.message });
    }
    if (answer !== undefined) judge('buildkit', answer.warnings, checkedBy(answer));
  }
  return {
    files,
    oracles: { hadolint: lint, buildkit: build, shellcheck: shell },
    outcomes,
    buildkit: answers,
    refused,
  };
}

/** The codes that BuildKit has looked for when it gives up: in what a build refuses those of the file as it is written. */
function checkedBy({ failure, complete }: BuildKitAnswer): (code: string) => boolean {
  if (failure === undefined || complete) return () => true;
  return (code) => failure.stage === 'build' && beforeTheBuild.has(code);
}

const beforeTheBuild: ReadonlySet<string> = new Set([
  'NoEmptyContinuation',
  'StageNameCasing',
  'FromAsCasing',
  'MaintainerDeprecated',
  'InvalidDefinitionDescription',
  'DuplicateStageName',
  'ReservedStageName',
  'ConsistentInstructionCasing',
  'InvalidDefaultArgInFrom',
]);

/** What ShellCheck says of every RUN, in lines of the Dockerfile; by the name of the file. */
async function askShell(
  { ask }: ShellCheck,
  files: readonly (CaseFile & OurFile)[],
): Promise<ReadonlyMap<string, readonly Theirs[]>> {
  const scripts = files.map(({ doc }) => scriptsOf(doc));
  const answers = await ask(scripts.flat().map(({ text }) => text));
  let next = 0;
  return new Map(
    files.map(({ name, lineOf }, index) => [
      name,
      (scripts[index] ?? []).flatMap((script) =>
        (answers[next++] ?? []).map((remark) => {
          const { code, message } = remark;
          return { code, message, line: lineOf(script.offsetOf(remark)) };
        }),
      ),
    ]),
  );
}

function judged(differences: readonly Declared[], tool: Tool, outcome: Outcome, file: OurFile): Verdict {
  const difference = explains(differences, tool, outcome, file);
  const wide = tooWide(differences, tool, outcome, file).map(({ id }) => id);
  return { tooWide: wide, ...(difference && { difference }) };
}

function platformOf({ doc }: OurFile): string {
  return doc.stages.some(({ os }) => os === 'windows') ? 'windows/amd64' : 'linux/amd64';
}
