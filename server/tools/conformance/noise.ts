import type { Diagnosed } from '../../src/engine/report.js';
import type { Rule } from '../../src/engine/rule.js';
import { opener } from './ours.js';
import type { CaseFile } from './types.js';

/** What the recommended rules say of real files, with nothing known around them. */
export interface Noise {
  readonly files: number;
  /** The most that the median may be. */
  readonly goal: number;
  /** Findings for a file. */
  readonly median: number;
  readonly p90: number;
  readonly max: number;
  /** By rule, most frequent first. */
  readonly rules: readonly { readonly rule: string; readonly severity: string; readonly findings: number }[];
}

const noiseGoal = 6;

export function noiseOf(cases: readonly CaseFile[], rules: readonly Rule[]): Noise {
  const open = opener(rules, 'recommended');
  return noiseIn(
    cases.map(({ text }) => open(text).heard),
    noiseGoal,
  );
}

/** Of what is heard in each file. */
export function noiseIn(heard: readonly (readonly Diagnosed[])[], goal: number): Noise {
  const counts = heard.map(({ length }) => length).sort((a, b) => a - b);
  const at = (share: number): number => counts[Math.min(counts.length - 1, Math.floor(counts.length * share))] ?? 0;
  const byRule = new Map<string, { readonly rule: string; readonly severity: string; readonly findings: number }>();
  for (const { rule, severity } of heard.flat()) {
    const before = byRule.get(rule.id)?.findings ?? 0;
    byRule.set(rule.id, { rule: rule.id, severity, findings: before + 1 });
  }
  return {
    files: heard.length,
    goal,
    median: at(0.5),
    p90: at(0.9),
    max: at(1),
    rules: [...byRule.values()].sort((a, b) => b.findings - a.findings || (a.rule < b.rule ? -1 : 1)),
  };
}

/** For a terminal. */
export function noiseText({ files, goal, median, p90, max, rules }: Noise): string {
  const most = rules
    .slice(0, 20)
    .map(({ rule, severity, findings }) => `${String(findings).padStart(6)}  ${rule} (${severity})`);
  const errors = rules.filter(({ severity }) => severity === 'error');
  return [
    `recommended: median ${median}, p90 ${p90}, max ${max} findings in a file, of ${files} files (goal: median at most ${goal})`,
    'most frequent:',
    ...most,
    'errors:',
    ...errors.map(({ rule, findings }) => `${String(findings).padStart(6)}  ${rule}`),
  ].join('\n');
}
