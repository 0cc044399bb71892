import { foreignIds } from '../../src/engine/catalogue.js';
import type { Rule } from '../../src/engine/rule.js';
import type { SuiteResult } from '../vscode-host/suite.js';
import { contradictions } from './guard.js';
import type { Declared } from './differences.js';
import { parseAgreement } from './parsed.js';
import type { Judged, Run } from './run.js';

/**
 * The project's own cases as tests: nothing unexplained in any file, and each difference as it was declared. None where no
 * tool could be asked.
 */
export function testsOf(run: Run, rules: readonly Rule[], differences: readonly Declared[]): SuiteResult {
  const known = new Set(rules.flatMap(({ equivalents }) => foreignIds(equivalents).map(([, id]) => id)));
  if (Object.values(run.oracles).every((oracle) => 'missing' in oracle)) return [];
  const parsed = parseAgreement(run).disagreements;
  const byFile = new Map<string, string[]>();
  for (const outcome of run.outcomes) {
    // What we have no rule for is no disagreement.
    const said = known.has(outcome.code) ? sentencesOf(outcome) : [];
    if (said.length > 0) byFile.set(outcome.file, [...(byFile.get(outcome.file) ?? []), ...said]);
  }
  const files = run.files.map(({ name }) => {
    const wrong = [...parsed.filter(({ file }) => file === name).map(({ what }) => what), ...(byFile.get(name) ?? [])];
    return { title: name, passed: wrong.length === 0, error: wrong.join('\n') };
  });
  const asked = differences.filter(({ tool }) => !('missing' in run.oracles[tool]));
  const declared = asked.map((difference) => {
    const wrong = contradictions(difference, run.outcomes);
    return { title: `difference ${difference.id}`, passed: wrong.length === 0, error: wrong.join('\n') };
  });
  return [...files, ...declared];
}

function sentencesOf(outcome: Judged): readonly string[] {
  const { side, code, tool, line, said, difference } = outcome;
  const wide = outcome.tooWide.map(
    (id) => `line ${line}: ${tool} ${code}: the difference ${id} holds although both speak`,
  );
  if (side === 'both' || difference !== undefined) return wide;
  const who = side === 'ours' ? 'only we say' : `only ${tool} says`;
  return [...wide, `line ${line}: ${code}: ${who}: ${said[side] ?? ''}`];
}
