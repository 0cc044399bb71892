import { corpus, ownCases } from './conformance/cases.js';
import { loadDifferences } from './conformance/differences.js';
import { listing, table } from './conformance/output.js';
import { parseAgreement } from './conformance/parsed.js';
import { runAll } from './conformance/run.js';
import { missed, tallies } from './conformance/tally.js';
import { rules } from '../src/rules/index.js';

// conformance [--corpus DIR] [--only RULE|CODE] [--json]: compares our findings with those of hadolint, BuildKit and
// ShellCheck, over the project's own cases or over a folder of real files.
const root = process.cwd();
const args = process.argv.slice(2);
const folder = valueOf('--corpus');
const only = valueOf('--only');

const cases = folder === undefined ? ownCases(root) : corpus(folder);
const run = await runAll(cases, rules, await loadDifferences(root));
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
if (only === undefined) for (const line of parsed.disagreements) console.log(`  ${line}`);
else console.log(listing(run, all));
const problems = all.flatMap(missed);
for (const problem of problems) console.log(problem);
if (problems.length + parsed.disagreements.length > 0) process.exitCode = 1;

function valueOf(option: string): string | undefined {
  const at = args.indexOf(option);
  return at < 0 ? undefined : args[at + 1];
}
