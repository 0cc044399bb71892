import type { Rule } from '../../src/engine/rule.js';
import { compare } from './compare.js';
import { explains, tooWide, type Declared } from './differences.js';
import { buildkit, type BuildKitAnswer } from './oracles/buildkit.js';
import { hadolint } from './oracles/hadolint.js';
import { moved, opener, oursFor, type OurFile } from './ours.js';
import { comparable, unreadable } from './places.js';
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
  readonly oracles: Readonly<Record<'hadolint' | 'buildkit', OracleState>>;
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
  const files = cases.map((file) => ({ ...file, ...open(file.text) }));
  const [lint, build] = [await hadolint(), await buildkit()];
  const lines = 'missing' in lint ? undefined : await lint.ask(files);
  const asked = files.map((file) => ({ ...file, platform: platformOf(file) }));
  const answers = 'missing' in build ? new Map<string, BuildKitAnswer>() : await build.ask(asked);

  const outcomes: Judged[] = [];
  const refused: Run['refused'][number][] = [];
  for (const file of files) {
    const judge = (tool: Tool, theirs: readonly Theirs[]): void => {
      const both = comparable(tool, file, oursFor(tool, file), moved(theirs, file));
      for (const outcome of compare(both.ours, both.theirs)) {
        outcomes.push({ ...outcome, tool, file: file.name, ...judged(differences, tool, outcome, file) });
      }
    };
    const said = lines?.get(file.name);
    const of = (letters: string): readonly Theirs[] => said?.filter(({ code }) => code.startsWith(letters)) ?? [];
    const [broken] = of(unreadable);
    if (broken !== undefined) refused.push({ tool: 'hadolint', file: file.name, message: broken.message });
    else if (said !== undefined) judge('shellcheck', of('SC'));
    if (said !== undefined) judge('hadolint', of('DL'));

    const answer = answers.get(file.name);
    if (answer?.failure !== undefined) {
      refused.push({ tool: 'buildkit', file: file.name, message: answer.failure.message });
    } else if (answer !== undefined) judge('buildkit', answer.warnings);
  }
  return { files, oracles: { hadolint: lint, buildkit: build }, outcomes, buildkit: answers, refused };
}

function judged(differences: readonly Declared[], tool: Tool, outcome: Outcome, file: OurFile): Verdict {
  const difference = explains(differences, tool, outcome, file);
  const wide = tooWide(differences, tool, outcome, file).map(({ id }) => id);
  return { tooWide: wide, ...(difference && { difference }) };
}

function platformOf({ doc }: OurFile): string {
  return doc.stages.some(({ os }) => os === 'windows') ? 'windows/amd64' : 'linux/amd64';
}
