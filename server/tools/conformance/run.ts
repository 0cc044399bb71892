import type { Rule } from '../../src/engine/rule.js';
import { compare } from './compare.js';
import { explains, type Declared } from './differences.js';
import { buildkit, type BuildKitAnswer } from './oracles/buildkit.js';
import { hadolint } from './oracles/hadolint.js';
import { moved, opener, oursFor, type OurFile } from './ours.js';
import { comparable } from './places.js';
import type { CaseFile, Outcome, Theirs, Tool } from './types.js';

/** What an oracle is, or why it cannot be had. */
export type OracleState = { readonly version: string } | { readonly missing: string };

export interface Judged extends Outcome {
  readonly tool: Tool;
  readonly file: string;
  readonly difference?: Declared;
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
      const { ours, theirs: said } = comparable(tool, file, oursFor(tool, file), moved(theirs, file));
      for (const outcome of compare(ours, said)) {
        const difference = explains(differences, tool, outcome, file);
        outcomes.push({ ...outcome, tool, file: file.name, ...(difference && { difference }) });
      }
    };
    const said = lines?.get(file.name);
    if (said !== undefined) {
      judge(
        'hadolint',
        said.filter(({ code }) => code.startsWith('DL')),
      );
      const broken = said.find(({ code }) => code === 'DL1000');
      if (broken === undefined)
        judge(
          'shellcheck',
          said.filter(({ code }) => code.startsWith('SC')),
        );
      else refused.push({ tool: 'hadolint', file: file.name, message: broken.message });
    }
    const answer = answers.get(file.name);
    if (answer?.failure !== undefined) {
      refused.push({ tool: 'buildkit', file: file.name, message: answer.failure.message });
    } else if (answer !== undefined) judge('buildkit', answer.warnings);
  }
  const oracles = { hadolint: lint, buildkit: build };
  return { files, oracles, outcomes, buildkit: answers, refused };
}

function platformOf({ doc }: OurFile): string {
  return doc.stages.some(({ os }) => os === 'windows') ? 'windows/amd64' : 'linux/amd64';
}
