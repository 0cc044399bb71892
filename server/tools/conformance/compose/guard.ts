import type { Rule } from '../../../src/engine/rule.js';
import { compare } from '../compare.js';
import type { Outcome } from '../types.js';
import { accepts, type ComposeDifference, type DeclaredCompose } from './differences.js';
import { oursOf, type Opinion } from './opinion.js';
import type { ComposeOpener } from './ours.js';
import type { ComposeCase, OurCompose } from './types.js';

/** The example and the neighbour of each difference, to ask dclint about. */
export function composeDifferenceCases(all: readonly DeclaredCompose[]): readonly ComposeCase[] {
  return all.flatMap(({ id, example, neighbour, path = 'compose.yaml' }) => [
    { name: exampleName(id), text: example, path },
    { name: neighbourName(id), text: neighbour, path: 'compose.yaml' },
  ]);
}

/** What dclint does otherwise than a difference says; needs the outcomes of its cases. */
export function contradictionsOf({ id, code, side }: DeclaredCompose, outcomes: readonly Opinion[]): readonly string[] {
  const problems: string[] = [];
  if (!outcomes.some((each) => each.file === exampleName(id) && each.difference?.id === id)) {
    problems.push(
      `${id}: in the example ${side === 'ours' ? 'we' : 'dclint'} should speak alone; declare it no longer.`,
    );
  }
  const near = outcomes.filter(({ file }) => file === neighbourName(id));
  if (!near.some((each) => each.code === code && each.side === 'both')) {
    problems.push(`${id}: both sides should speak in the neighbour.`);
  }
  return problems;
}

/** What is wrong with a declared difference, as far as that shows without dclint; one sentence each. */
export function composeProblemsOf(
  difference: ComposeDifference,
  rules: readonly Rule[],
  open: ComposeOpener,
): readonly string[] {
  const { code, side, reason, source, example, neighbour } = difference;
  const problems: string[] = [];
  const rule = rules.find(({ id }) => id === difference.rule);
  if (rule === undefined) problems.push(`There is no rule ${difference.rule}.`);
  else if (rule.equivalents.dclint?.includes(code) !== true) problems.push(`${rule.id} does not stand for ${code}.`);
  else if (difference.class === 'deliberate' && rule.differs?.[code] === undefined) {
    problems.push(`${rule.id} does not tell in "differs" why it decides otherwise than ${code}.`);
  }
  if (!/^\S.{15,}\.$/.test(reason)) problems.push('The reason is no sentence.');
  if (difference.class === 'upstream' && source?.startsWith('https://') !== true) {
    problems.push('A fault upstream needs the issue or the place in the source that shows it.');
  }
  const file = opened(open, example, difference.path);
  const own = spoken(difference, file);
  const shown = side === 'ours' ? own : silent(difference, file, own);
  if (!shown.some((outcome) => accepts(difference, outcome, file))) {
    problems.push(
      `The predicate holds nowhere in the example where ${side === 'ours' ? 'we speak' : 'we are silent'}.`,
    );
  }
  const near = opened(open, neighbour);
  const alike = spoken(difference, near);
  if (alike.length === 0) problems.push('We do not speak in the neighbour.');
  if (alike.some((outcome) => accepts(difference, outcome, near))) {
    problems.push('The predicate holds in the neighbour too: it is too wide.');
  }
  return problems;
}

function opened(open: ComposeOpener, text: string, path = 'compose.yaml'): OurCompose {
  return open({ name: '', text, path });
}

function spoken({ code, rule, side }: ComposeDifference, file: OurCompose): readonly Outcome[] {
  const own = oursOf(file).filter((said) => (side === 'theirs' || said.rule === rule) && said.codes.includes(code));
  return compare(
    own.map((said) => ({ ...said, codes: [code] })),
    [],
  );
}

/** Every place where dclint might speak although we do not. */
function silent({ code }: ComposeDifference, file: OurCompose, own: readonly Outcome[]): readonly Outcome[] {
  const { services, source } = file.doc;
  const lines = [0, ...[...services.values()].map(({ nameSpan }) => source.lineAt(nameSpan.start) + 1)];
  return lines
    .filter((line) => !own.some((outcome) => outcome.line === line))
    .map((line) => ({ code, line, side: 'theirs', said: {} }));
}

function exampleName(id: string): string {
  return `difference from dclint ${id}, example`;
}

function neighbourName(id: string): string {
  return `difference from dclint ${id}, neighbour`;
}
