import type { Rule } from '../../../src/engine/rule.js';
import type { SuiteResult } from '../../vscode-host/suite.js';
import { noiseIn, type Noise } from '../noise.js';
import { composeTallies, missed } from '../tally.js';
import type { ComposeCase } from './types.js';
import { ownComposeCases } from './cases.js';
import { loadComposeDifferences, type DeclaredCompose } from './differences.js';
import { contradictionsOf, composeDifferenceCases } from './guard.js';
import { opinionsOn, type Opinion, type Opinions } from './opinion.js';
import { runCompose, type ComposeRun } from './run.js';
import { brokenGoal, foundGoal, kindTallies, missedFiles, share, tallyOf } from './tables.js';

/** Everything that the comparison of Compose files came to. */
export interface ComposeWhole {
  readonly run: ComposeRun;
  readonly opinions: Opinions;
  readonly differences: readonly DeclaredCompose[];
  /** What could not be asked; one sentence each. */
  readonly notes: readonly string[];
}

/** Broken files of each kind. */
const each = 25;
/** With `recommended` the median file has at most so many findings. */
const noiseGoal = 4;

/** Over the project's own cases and those of the declared differences, as tests. */
export async function composeOwn(
  root: string,
  rules: readonly Rule[],
  seed: number,
): Promise<ComposeWhole & { readonly tests: SuiteResult }> {
  const differences = await loadComposeDifferences(root);
  const own = ownComposeCases(root);
  const run = await runCompose(own, rules, { each, seed });
  const opinions = opinionsOn(root, [...own, ...composeDifferenceCases(differences)], rules, differences);
  const known = new Set(rules.flatMap(({ equivalents }) => equivalents.dclint ?? []));
  const said = opinions.outcomes.filter(({ code }) => known.has(code));
  const files = [...new Set([...own.map(({ name }) => name), ...said.map(({ file }) => file)])].map((name) => {
    const compared = run.compared.find(({ file }) => file.name === name);
    const wrong = [...(compared?.wrong ?? []), ...said.filter(({ file }) => file === name).flatMap(sentencesOf)];
    return { title: `Compose file ${name}`, passed: wrong.length === 0, error: wrong.join('\n') };
  });
  const declared = differences.map((difference) => {
    const wrong = contradictionsOf(difference, opinions.outcomes);
    return { title: `difference from dclint ${difference.id}`, passed: wrong.length === 0, error: wrong.join('\n') };
  });
  const broken = goals(run).map(({ title, problem }) => ({
    title,
    passed: problem === undefined,
    error: problem ?? '',
  }));
  return { run, opinions, differences, notes: notes(run), tests: [...files, ...declared, ...broken] };
}

/** Over files that are no part of the project. */
export async function composeOver(
  root: string,
  rules: readonly Rule[],
  cases: readonly ComposeCase[],
  seed: number,
): Promise<ComposeWhole & { readonly noise: Noise; readonly problems: readonly string[] }> {
  const differences = await loadComposeDifferences(root);
  const run = await runCompose(cases, rules, { each, seed });
  const opinions = opinionsOn(root, cases, rules, differences);
  const wrong = run.compared.flatMap(({ file, wrong }) => wrong.map((what) => `${file.name}: ${what}`));
  const wide = opinions.outcomes.flatMap(({ tooWide, file, line }) =>
    tooWide.map((id) => `The difference ${id} is too wide: both speak in line ${line} of ${file}.`),
  );
  const unmet = goals(run).flatMap(({ problem }) => (problem === undefined ? [] : [problem]));
  const problems = [...wrong, ...unmet, ...composeTallies(opinions, rules).flatMap(missed), ...wide];
  const noise = noiseIn(
    run.compared.map(({ ours }) => ours.heard),
    noiseGoal,
  );
  return { run, opinions, differences, notes: notes(run), noise, problems };
}

function notes({ composeGo }: ComposeRun): readonly string[] {
  return 'missing' in composeGo ? [`compose-go: ${composeGo.missing}; broken Compose files were not made`] : [];
}

/** What is asked of the broken files; none where nobody could be asked. */
function goals(run: ComposeRun): readonly { readonly title: string; readonly problem: string | undefined }[] {
  if ('missing' in run.composeGo) return [];
  const kinds = kindTallies(run).length;
  const all = tallyOf('all', 'YAML', run.broken);
  const enough = run.broken.length >= brokenGoal.files && kinds >= brokenGoal.kinds;
  const found = share(all) >= foundGoal;
  return [
    {
      title: 'enough broken Compose files are made',
      problem: enough ? undefined : `There are ${run.broken.length} broken Compose files of ${kinds} kinds.`,
    },
    {
      title: 'mistakes in Compose files are errors at their place',
      problem: found
        ? undefined
        : `${all.there} of ${all.all} broken Compose files have an error at their place.\n${missedFiles(run, 1)}`,
    },
  ];
}

function sentencesOf({ side, code, line, said, difference, tooWide }: Opinion): readonly string[] {
  const wide = tooWide.map((id) => `line ${line}: dclint ${code}: the difference ${id} holds although both speak`);
  if (side === 'both' || difference !== undefined) return wide;
  return [...wide, `line ${line}: ${code}: only ${side === 'ours' ? 'we say' : 'dclint says'}: ${said[side] ?? ''}`];
}
