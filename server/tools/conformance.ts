import { corpus, ownCases } from './conformance/cases.js';
import { loadDifferences } from './conformance/differences.js';
import { differenceCases } from './conformance/guard.js';
import { listing, table } from './conformance/output.js';
import { parseAgreement } from './conformance/parsed.js';
import { runAll } from './conformance/run.js';
import { missed, tallies } from './conformance/tally.js';
import { testsOf } from './conformance/verdict.js';
import { rules } from '../src/rules/index.js';

// conformance [--corpus DIR] [--only RULE|CODE] [--json]: compares our findings with those of hadolint, BuildKit and
// ShellCheck, over the project's own cases or over a folder of real files.
const root = process.cwd();
const args = process.argv.slice(2);
const folder = valueOf('--corpus');
const only = valueOf('--only');

const differences = await loadDifferences(root);
const cases = folder === undefined ? [...ownCases(root), ...differenceCases(root, differences)] : corpus(folder);
const run = await runAll(cases, rules, differences);
for (const [name, state] of Object.entries(run.oracles)) {
  console.error('missing' in state ? `NOT ASKED ${name}: ${state.missing}` : `${name} ${state.version}`);
}
const all = tallies(run, rules).filter(
  ({ code, rules: own }) => only === undefined || code === only || own.includes(only),
);
const parsed = parseAgreement(run);
console.log(table(all));
console.log(
  `${run.files.length} files; parse: ${parsed.instructions} instructions of ${parsed.files} files, ${parsed.disagreements.length} disagreements`,
);
if (only !== undefined) console.log(listing(run, all, args.includes('--all') ? Infinity : 15));
const problems = folder === undefined ? ownProblems() : corpusProblems();
for (const problem of problems) console.log(problem);
if (problems.length > 0) process.exitCode = 1;

function ownProblems(): readonly string[] {
  if (only !== undefined) return [];
  const failed = testsOf(run, rules, differences).filter(({ passed }) => !passed);
  return failed.map(({ title, error }) => `${title}\n  ${(error ?? '').replaceAll('\n', '\n  ')}`);
}

function corpusProblems(): readonly string[] {
  const cut = parsed.disagreements.map(({ file, what }) => `${file}: ${what}`);
  const codes = new Set(all.map(({ code }) => code));
  const wide = run.outcomes.flatMap(({ tooWide, file, line, code }) =>
    (codes.has(code) ? tooWide : []).map(
      (id) => `The difference ${id} is too wide: both sides speak in line ${line} of ${file}.`,
    ),
  );
  return [...all.flatMap(missed), ...wide, ...cut];
}

function valueOf(option: string): string | undefined {
  const at = args.indexOf(option);
  return at < 0 ? undefined : args[at + 1];
}
