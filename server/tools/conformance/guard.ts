import type { Rule } from '../../src/engine/rule.js';
import { written } from './cases.js';
import { compare } from './compare.js';
import { accepts, type Declared } from './differences.js';
import { oursFor, type Opener, type OurFile } from './ours.js';
import { comparable } from './places.js';
import type { Judged } from './run.js';
import type { CaseFile, Difference, Outcome } from './types.js';

/** What is wrong with a declared difference, as far as that shows without the other tool; one sentence each. */
export function problemsOf(difference: Difference, rules: readonly Rule[], open: Opener): readonly string[] {
  const { tool, code, side, reason, source, example, neighbour } = difference;
  const problems: string[] = [];
  const around = aroundOf(difference);
  const rule = rules.find(({ id }) => id === difference.rule);
  if (rule === undefined) problems.push(`There is no rule ${difference.rule}.`);
  else if (rule.equivalents[tool]?.includes(code) !== true) problems.push(`${rule.id} does not stand for ${code}.`);
  else if (difference.class === 'deliberate' && rule.differs?.[code] === undefined) {
    problems.push(`${rule.id} does not tell in "differs" why it decides otherwise than ${code}.`);
  }
  if (!/^\S.{15,}\.$/.test(reason)) problems.push('The reason is no sentence.');
  if (difference.class === 'upstream' && source?.startsWith('https://') !== true) {
    problems.push('A fault upstream needs the issue or the place in the source that shows it.');
  }
  const file = open(example, around);
  const own = ourOutcomes(difference, file);
  const shown = side === 'ours' ? own : silentPlaces(difference, file, own);
  if (!shown.some((outcome) => accepts(difference, outcome, file))) {
    problems.push(
      `The predicate holds nowhere in the example where ${side === 'ours' ? 'we speak' : 'we are silent'}.`,
    );
  }
  const near = open(neighbour, around);
  const alike = ourOutcomes(difference, near);
  if (alike.length === 0) problems.push('We do not speak in the neighbour.');
  if (alike.some((outcome) => accepts(difference, outcome, near))) {
    problems.push('The predicate holds in the neighbour too: it is too wide.');
  }
  return problems;
}

/** Where we speak with the code of a difference: its rule or, where the other tool stands alone, whichever has it. */
export function ourOutcomes({ tool, code, rule, side }: Difference, file: OurFile): readonly Outcome[] {
  const { ours } = comparable(tool, file, oursFor(tool, file), []);
  const own = ours.filter((said) => (side === 'theirs' || said.rule === rule) && said.codes.includes(code));
  return compare(
    own.map((said) => ({ ...said, codes: [code] })),
    [],
  );
}

/** Every place where the other tool might speak although we do not. */
function silentPlaces({ code, says = '' }: Difference, file: OurFile, own: readonly Outcome[]): readonly Outcome[] {
  const lines = [0, ...file.doc.syntax.instructions.map(({ span }) => file.lineOf(span.start))];
  return lines
    .filter((line) => !own.some((outcome) => outcome.line === line))
    .map((line) => ({ code, line, side: 'theirs', said: { theirs: says } }));
}

/** The example and the neighbour of each difference, to ask the other tool about. */
export function differenceCases(root: string, all: readonly Declared[]): readonly CaseFile[] {
  return all.flatMap((difference) => {
    const { id, example, neighbour } = difference;
    const around = aroundOf(difference);
    return [written(root, exampleName(id), example, around), written(root, neighbourName(id), neighbour, around)];
  });
}

function aroundOf({ around }: Difference): ReadonlyMap<string, string> | undefined {
  return around && new Map(Object.entries(around));
}

/** What the other tool does otherwise than a difference says; needs the outcomes of its cases. */
export function contradictions(difference: Declared, outcomes: readonly Judged[]): readonly string[] {
  const { id, tool, code, side } = difference;
  const at = (name: string, wanted: Outcome['side']): boolean =>
    outcomes.some((each) => each.file === name && each.tool === tool && each.code === code && each.side === wanted);
  const problems: string[] = [];
  if (!outcomes.some((each) => each.file === exampleName(id) && each.difference?.id === id)) {
    problems.push(`${id}: in the example ${side === 'ours' ? 'we' : tool} should speak alone; declare it no longer.`);
  }
  if (!at(neighbourName(id), 'both')) problems.push(`${id}: both sides should speak in the neighbour.`);
  return problems;
}

function exampleName(id: string): string {
  return `difference ${id}, example`;
}

function neighbourName(id: string): string {
  return `difference ${id}, neighbour`;
}
