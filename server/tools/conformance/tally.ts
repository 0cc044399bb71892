import type { Rule } from '../../src/engine/rule.js';
import type { Opinions } from './compose/opinion.js';
import { retired } from './places.js';
import type { Judged, Run } from './run.js';
import type { Difference, Tool } from './types.js';

/** The figures of one code, or of several together. */
export interface Tally {
  readonly tool: Tool | 'dclint';
  readonly code: string;
  /** Rules of ours that stand for the code; none for a code that we do not have. */
  readonly rules: readonly string[];
  readonly both: number;
  /** Only one side speaks, before any difference is accepted. */
  readonly ours: number;
  readonly theirs: number;
  /** Of those, by the class of the accepted difference. */
  readonly accepted: Readonly<Record<Difference['class'], number>>;
  /** What is left when the accepted ones are taken away. */
  readonly oursLeft: number;
  readonly theirsLeft: number;
}

const tools: readonly Tool[] = ['hadolint', 'buildkit', 'shellcheck'];

/** One tally for each code that a rule of ours stands for, and for each that a tool gave; in the order of the tools. */
export function tallies(run: Run, rules: readonly Rule[]): readonly Tally[] {
  return tools.flatMap((tool) => {
    const covered = new Map<string, string[]>();
    for (const rule of rules) {
      if (rule.language !== 'dockerfile') continue;
      const codes = (rule.equivalents[tool] ?? []).filter((code) => !retired.has(code));
      for (const code of codes) covered.set(code, [...(covered.get(code) ?? []), rule.id]);
    }
    const own = run.outcomes.filter((outcome) => outcome.tool === tool);
    return talliesOf(tool, covered, own);
  });
}

/** The same for what dclint says of Compose files. */
export function composeTallies({ outcomes }: Opinions, rules: readonly Rule[]): readonly Tally[] {
  const covered = new Map<string, string[]>();
  for (const rule of rules) {
    if (rule.language !== 'compose') continue;
    for (const code of rule.equivalents.dclint ?? []) covered.set(code, [...(covered.get(code) ?? []), rule.id]);
  }
  return talliesOf('dclint', covered, outcomes);
}

interface Counted extends Pick<Judged, 'code' | 'side'> {
  readonly difference?: Pick<Difference, 'class'>;
}

function talliesOf(
  tool: Tally['tool'],
  covered: ReadonlyMap<string, readonly string[]>,
  own: readonly Counted[],
): readonly Tally[] {
  const codes = new Set([...covered.keys(), ...own.map(({ code }) => code)]);
  return [...codes].sort().map((code) => {
    const here = own.filter((outcome) => outcome.code === code);
    const of = (side: string): readonly Counted[] => here.filter((outcome) => outcome.side === side);
    const accepted = (kind: Difference['class']): number =>
      here.filter(({ difference }) => difference?.class === kind).length;
    const left = (side: string): number => of(side).filter(({ difference }) => difference === undefined).length;
    return {
      tool,
      code,
      rules: covered.get(code) ?? [],
      both: of('both').length,
      ours: of('ours').length,
      theirs: of('theirs').length,
      accepted: {
        upstream: accepted('upstream'),
        deliberate: accepted('deliberate'),
        unknowable: accepted('unknowable'),
      },
      oursLeft: left('ours'),
      theirsLeft: left('theirs'),
    };
  });
}

/** The sum of several tallies. */
export function total(code: string, some: readonly Tally[]): Tally {
  const sum = (pick: (tally: Tally) => number): number => some.reduce((all, tally) => all + pick(tally), 0);
  return {
    tool: some[0]?.tool ?? 'hadolint',
    code,
    rules: [],
    both: sum(({ both }) => both),
    ours: sum(({ ours }) => ours),
    theirs: sum(({ theirs }) => theirs),
    accepted: {
      upstream: sum(({ accepted }) => accepted.upstream),
      deliberate: sum(({ accepted }) => accepted.deliberate),
      unknowable: sum(({ accepted }) => accepted.unknowable),
    },
    oursLeft: sum(({ oursLeft }) => oursLeft),
    theirsLeft: sum(({ theirsLeft }) => theirsLeft),
  };
}

/** Agreement from 0 to 1; undefined where neither side ever speaks. */
export function raw({ both, ours, theirs }: Tally): number | undefined {
  return share(both, ours + theirs);
}

export function afterDifferences({ both, oursLeft, theirsLeft }: Tally): number | undefined {
  return share(both, oursLeft + theirsLeft);
}

function share(both: number, others: number): number | undefined {
  return both + others === 0 ? undefined : both / (both + others);
}

export const goal = 0.99;
const deliberateShare = 0.02;

/** What of the goals a code misses, each one sentence; codes that we do not have are no part of the goals. */
export function missed(tally: Tally): readonly string[] {
  if (tally.rules.length === 0) return [];
  const { both, ours, theirs, accepted, tool, code } = tally;
  const problems: string[] = [];
  const reached = afterDifferences(tally);
  if (reached !== undefined && reached < goal) {
    problems.push(
      `${tool} ${code}: ${percent(reached)} agreement after accepted differences; at least 99 % is the goal.`,
    );
  }
  // A single finding is more than 2 % of a rare code.
  if (accepted.deliberate > Math.max(1, deliberateShare * (both + ours + theirs))) {
    problems.push(`${tool} ${code}: ${accepted.deliberate} findings differ deliberately; at most 2 % may.`);
  }
  return problems;
}

export function percent(part: number | undefined): string {
  // Rounded down, so that 99 % is 99 %.
  return part === undefined ? '–' : `${(Math.floor(part * 1000) / 10).toFixed(1)} %`;
}
