import type { Rule } from '../../../src/engine/rule.js';
import { compare } from '../compare.js';
import { dclint } from '../oracles/dclint.js';
import type { Ours, Outcome, Theirs } from '../types.js';
import { accepts, type ComposeDifference, type DeclaredCompose } from './differences.js';
import { composeOpener } from './ours.js';
import type { ComposeCase, OurCompose } from './types.js';

/** What one check of dclint came to in a service of a file, or in the file where it is about no service. */
export interface Opinion extends Outcome {
  readonly file: string;
  readonly difference?: DeclaredCompose;
  /** Differences that hold although both speak. */
  readonly tooWide: readonly string[];
}

export interface Opinions {
  readonly version: string;
  readonly files: number;
  readonly outcomes: readonly Opinion[];
  /** Files that dclint cannot read, where only that is compared. */
  readonly refused: readonly string[];
}

/** For these dclint reads no further. */
const refusals: ReadonlySet<string> = new Set(['invalid-yaml', 'invalid-schema']);
/**
 * Checks about a whole file: of an order of many things each side may complain of others, and of quotes dclint tells the
 * first line that has the text, whichever that is.
 */
const wholeFile: ReadonlySet<string> = new Set([
  ...refusals,
  'no-quotes-in-volumes',
  'services-alphabetical-order',
  'top-level-properties-order',
  'require-project-name-field',
  'no-version-field',
]);

/** Asks dclint about every file and compares by file, service and check. */
export function opinionsOn(
  root: string,
  cases: readonly ComposeCase[],
  rules: readonly Rule[],
  differences: readonly DeclaredCompose[],
): Opinions {
  const oracle = dclint(root);
  const open = composeOpener(rules, 'all');
  const answers = oracle.ask(cases.map(({ text }) => text));
  const refused: string[] = [];
  const outcomes = cases.flatMap((file, index): readonly Opinion[] => {
    const ours = open(file);
    const theirs = theirsOf(answers[index] ?? [], ours);
    const broken = theirs.some(({ code }) => refusals.has(code));
    if (broken) refused.push(file.name);
    const own = oursOf(ours, { commented: file.text.includes('dclint disable'), broken });
    const compared = broken
      ? compare(
          own.filter(isRefusal),
          theirs.filter(({ code }) => refusals.has(code)),
        )
      : compare(own, theirs);
    return compared.map((outcome) => ({ ...outcome, file: file.name, ...judged(differences, outcome, ours) }));
  });
  return { version: oracle.version, files: cases.length, outcomes, refused };
}

function judged(
  differences: readonly DeclaredCompose[],
  outcome: Outcome,
  ours: OurCompose,
): Pick<Opinion, 'difference' | 'tooWide'> {
  const fit = differences.filter((each) => concerns(each, outcome) && accepts(each, outcome, ours));
  if (outcome.side === 'both') return { tooWide: fit.map(({ id }) => id) };
  const difference = fit.find(({ side }) => side === outcome.side);
  return { tooWide: [], ...(difference && { difference }) };
}

function concerns(difference: ComposeDifference, { code, rule }: Outcome): boolean {
  return difference.code === code && (rule === undefined || rule === difference.rule);
}

/** Our findings as far as dclint has a check for them, each in the first line of its service. */
export function oursOf(ours: OurCompose, { commented = false, broken = false } = {}): readonly Ours[] {
  return (commented ? ours.heard : ours.findings).flatMap(({ rule, at, message, equivalents }) => {
    const all = equivalents.dclint ?? [];
    const told = all.filter((code) => refusals.has(code) === broken);
    const codes = told.length > 0 ? told : all;
    if (codes.length === 0) return [];
    const whole = codes.some((code) => wholeFile.has(code));
    return [{ rule: rule.id, codes, line: whole ? 0 : placeOf(ours, at.start), message }];
  });
}

function theirsOf(said: readonly Theirs[], ours: OurCompose): readonly Theirs[] {
  return said.map((each) => {
    if (wholeFile.has(each.code)) return { ...each, line: 0 };
    // Its lines are often those of another place; where it names the service, that counts.
    const named = ours.doc.services.get(/service "([^"]+)"/i.exec(each.message)?.[1] ?? '');
    if (named !== undefined) return { ...each, line: ours.doc.source.lineAt(named.nameSpan.start) + 1 };
    const { start, end } = ours.doc.source.lineSpan(Math.max(0, each.line - 1));
    const blanks = /^\s*/.exec(ours.doc.source.text.slice(start, end))?.[0].length ?? 0;
    return { ...each, line: placeOf(ours, start + blanks) };
  });
}

function isRefusal({ codes }: Ours): boolean {
  return codes.some((code) => refusals.has(code));
}

/** The line, from 1, of the name of the service that has an offset; 0 outside of services. */
function placeOf({ doc }: OurCompose, offset: number): number {
  const service = [...doc.services.values()].find(({ span }) => span.start <= offset && offset <= span.end);
  return service === undefined ? 0 : doc.source.lineAt(service.nameSpan.start) + 1;
}
