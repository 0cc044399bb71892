import type { Rule } from '../../src/engine/rule.js';
import type { SuiteResult } from '../vscode-host/suite.js';
import { ownCases } from './cases.js';
import { loadDifferences } from './differences.js';
import { differenceCases } from './guard.js';
import { runAll, type Run } from './run.js';
import { testsOf } from './verdict.js';

/** The run over the project's own cases and those of the declared differences, and what it came to as tests. */
export async function ownRun(
  root: string,
  rules: readonly Rule[],
): Promise<{ readonly run: Run; readonly tests: SuiteResult }> {
  const differences = await loadDifferences(root);
  const run = await runAll([...ownCases(root), ...differenceCases(root, differences)], rules, differences);
  return { run, tests: testsOf(run, rules, differences) };
}

/** One sentence for each tool that could not be asked. */
export function notAsked({ oracles }: Run): readonly string[] {
  return Object.entries(oracles).flatMap(([name, state]) => ('missing' in state ? [`${name}: ${state.missing}`] : []));
}
