import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments, usage, type Arguments } from './conformance/arguments.js';
import { corpus } from './conformance/cases.js';
import { composeCorpus } from './conformance/compose/cases.js';
import { composeOver, composeOwn } from './conformance/compose/whole.js';
import { recordCompose } from './conformance/compose/record.js';
import { showCompose } from './conformance/compose/show.js';
import { loadDifferences } from './conformance/differences.js';
import { noiseOf, noiseText } from './conformance/noise.js';
import { asJson, listing, table } from './conformance/output.js';
import { notAsked, ownRun } from './conformance/own.js';
import { parseAgreement } from './conformance/parsed.js';
import { record } from './conformance/record.js';
import { runAll, type Run } from './conformance/run.js';
import { speedGoal, speedOf, speedText } from './conformance/speed.js';
import { missed, tallies, type Tally } from './conformance/tally.js';
import { rules } from '../src/rules/index.js';

// conformance [OPTIONS]: compares our findings with those of hadolint, BuildKit and ShellCheck, and of Compose and dclint.
const root = process.cwd();
const args = argumentsOrExit();
const { only } = args;
const dockerfiles = args.language !== 'compose';
const compose = args.language !== 'dockerfile';
const problems = args.corpus === undefined ? await overOwnCases() : await overCorpora(args.corpus);
for (const problem of problems) (args.json ? console.error : console.log)(problem);
if (problems.length > 0) process.exitCode = 1;

function argumentsOrExit(): Arguments {
  const given = readArguments(process.argv.slice(2));
  if (typeof given !== 'string') return given;
  console.error(`${given}\n${usage}`);
  process.exit(2);
}

async function overOwnCases(): Promise<readonly string[]> {
  const own = dockerfiles ? await ownRun(root, rules) : undefined;
  const ownCompose = compose ? await composeOwn(root, rules, args.seed) : undefined;
  const tests = [...(own?.tests ?? []), ...(ownCompose?.tests ?? [])];
  if (args.tests !== undefined) {
    const notes = [...(own === undefined ? [] : notAsked(own.run)), ...(ownCompose?.notes ?? [])];
    writeFileSync(args.tests, JSON.stringify({ tests, notes }));
    return [];
  }
  if (own !== undefined) show(own.run, figuresOf(own.run));
  if (ownCompose !== undefined) showCompose(ownCompose, rules, args);
  if (only !== undefined) return [];
  const failed = tests.filter(({ passed }) => !passed);
  return failed.map(({ title, error }) => `${title}\n  ${(error ?? '').replaceAll('\n', '\n  ')}`);
}

async function overCorpora(folder: string): Promise<readonly string[]> {
  const files = dockerfiles ? corpus(folder) : [];
  const problems = files.length > 0 ? await overCorpus(folder, files) : [];
  const cases = compose ? composeCorpus(folder) : [];
  if (cases.length === 0 && files.length === 0) return [`There is no file to compare below ${folder}.`];
  if (cases.length === 0) return problems;
  const found = await composeOver(root, rules, cases, args.seed);
  showCompose(found, rules, args);
  if (args.noise) console.log(noiseText(found.noise));
  if (args.record) {
    const date = new Date().toISOString().slice(0, 10);
    recordCompose(root, { ...found, rules, date });
  }
  return [...problems, ...found.problems];
}

async function overCorpus(folder: string, cases: ReturnType<typeof corpus>): Promise<readonly string[]> {
  const differences = await loadDifferences(root);
  const run = await runAll(cases, rules, differences);
  const figures = figuresOf(run);
  show(run, figures);
  const noise = args.noise || args.record ? noiseOf(cases, rules) : undefined;
  if (args.noise && noise !== undefined) console.log(noiseText(noise));
  const timed = args.speed
    ? await speedOf(
        root,
        cases.map(({ text }) => text),
      )
    : undefined;
  if (timed !== undefined)
    console.log('missing' in timed ? `NOT TIMED: ${timed.missing}` : `${speedText(timed)}; goal: below ${speedGoal}`);
  if (args.record && noise !== undefined) {
    const speed = timed === undefined || 'missing' in timed ? undefined : timed;
    const date = new Date().toISOString().slice(0, 10);
    record(root, { run, tallies: figures, differences, noise, speed, date, repositories: repositories(folder, run) });
  }
  const codes = new Set(figures.map(({ code }) => code));
  const wide = run.outcomes.flatMap(({ tooWide, file, line, code }) =>
    (codes.has(code) ? tooWide : []).map(
      (id) => `The difference ${id} is too wide: both speak in line ${line} of ${file}.`,
    ),
  );
  const cut = parseAgreement(run).disagreements.map(({ file, what }) => `${file}: ${what}`);
  return [...figures.flatMap(missed), ...wide, ...cut];
}

function figuresOf(run: Run): readonly Tally[] {
  return tallies(run, rules).filter(
    ({ code, rules: own }) => only === undefined || code === only || own.includes(only),
  );
}

function show(run: Run, figures: readonly Tally[]): void {
  if (args.json) {
    console.log(asJson(run, figures));
    return;
  }
  for (const note of notAsked(run)) console.log(`NOT ASKED ${note}`);
  console.log(table(figures));
  const { instructions, files, disagreements } = parseAgreement(run);
  console.log(
    `${run.files.length} files; ${instructions} instructions of ${files} files cut as BuildKit does, but for ${disagreements.length} files`,
  );
  if (only !== undefined) console.log(listing(run, figures, args.all ? Infinity : 15));
}

/** How many repositories the files of a corpus come from, if its manifest tells. */
function repositories(folder: string, { files }: Run): number | undefined {
  const manifest = [folder, join(folder, '..')].map((place) => join(place, 'manifest.jsonl')).find(existsSync);
  if (manifest === undefined) return undefined;
  const names = new Set(files.map(({ name }) => name.split('/').at(-1)));
  const lines = readFileSync(manifest, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const known = lines.map((line) => JSON.parse(line) as { readonly file: string; readonly repo: string });
  return new Set(known.filter(({ file }) => names.has(file.split('/').at(-1))).map(({ repo }) => repo)).size;
}
