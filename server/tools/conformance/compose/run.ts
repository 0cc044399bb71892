import type { Rule } from '../../../src/engine/rule.js';
import { touches } from '../../../src/engine/text/span.js';
import { sampleCompose } from '../../bench/sampleCompose.js';
import { composeGo, isWhole } from '../oracles/composeGo.js';
import type { OracleState } from '../run.js';
import { Base } from './mistakes/base.js';
import { makeBroken } from './mistakes/make.js';
import type { Made } from './mistakes/types.js';
import { composeOpener, type ComposeOpener } from './ours.js';
import type { ComposeAnswer, ComposeCase, OurCompose } from './types.js';

/** What we say of a file, beside what Compose says. */
export interface Compared {
  readonly file: ComposeCase;
  readonly ours: OurCompose;
  readonly answer: ComposeAnswer;
  /**
   * What Compose takes and we call an error, and what it refuses without an error of ours. Where it refuses only services
   * of profiles that nobody need switch on together, both are right.
   */
  readonly wrong: readonly string[];
  /** A part of something else, so that a refusal says nothing. */
  readonly part: boolean;
}

/** A broken file and what became of it. */
export interface Tried extends Made {
  /** Why Compose refuses it. */
  readonly refused: string;
  /** An error of ours overlaps the place of the mistake; there are errors, but elsewhere; there is none. */
  readonly found: 'there' | 'elsewhere' | 'nowhere';
}

export interface ComposeRun {
  readonly composeGo: OracleState;
  readonly compared: readonly Compared[];
  readonly broken: readonly Tried[];
  /** How many broken files Compose takes all the same, at least as long as no profile is on. */
  readonly harmless: number;
}

export interface Wanted {
  /** Broken files of each kind. */
  readonly each: number;
  readonly seed: number;
}

/** Of so many made files of a kind some are none that Compose refuses. */
const spare = 1.5;

/** Asks compose-go about every file and about broken ones that are made of those it accepts. */
export async function runCompose(
  cases: readonly ComposeCase[],
  rules: readonly Rule[],
  { each, seed }: Wanted,
): Promise<ComposeRun> {
  const open = composeOpener(rules, 'recommended');
  const oracle = await composeGo();
  if ('missing' in oracle) return { composeGo: oracle, compared: [], broken: [], harmless: 0 };
  const answers = await oracle.ask(cases);
  const compared = cases.map((file, index) => judged(file, open(file), answers[index] ?? {}));

  const samples = [60, 150].map((lines) => ({ name: `sample of ${lines} lines`, path, text: sampleCompose(lines) }));
  const clean = compared.filter(({ answer, ours }) => answer.accepted === true && errorsOf(ours).length === 0);
  const candidates = [...clean.map(({ file }) => file), ...samples].filter(({ text }) => text.length < longest);
  // Alone they must be accepted too: what is planted must be the only mistake.
  const alone = candidates.map(({ name, text }) => ({ name, text, path })).filter(isWhole);
  const accepted = await oracle.ask(alone);
  const bases = alone
    .filter((file, index) => accepted[index]?.accepted === true && errorsOf(open(file)).length === 0)
    .map((file) => new Base(file.name, open(file).doc));
  const made = makeBroken(
    bases.filter(({ services }) => services.length > 0),
    Math.ceil(each * spare),
    seed,
  );
  const verdicts = await oracle.ask(made.map(({ text }) => ({ name: '', text, path })));
  const counts = new Map<string, number>();
  let harmless = 0;
  const broken = made.flatMap((file, index): readonly Tried[] => {
    const { refused, stage } = verdicts[index] ?? {};
    const count = counts.get(file.mistake.id) ?? 0;
    if (refused === undefined || stage !== 'always') harmless++;
    if (refused === undefined || stage !== 'always' || count >= each) return [];
    counts.set(file.mistake.id, count + 1);
    return [{ ...file, refused, found: foundIn(file, open) }];
  });
  return { composeGo: { version: oracle.version }, compared, broken, harmless };
}

/** Rules about what Docker refuses when it makes the containers; the loader does not look at it. Each names its source. */
const onlyWhenStarted: ReadonlySet<string> = new Set([
  'invalid-address',
  'invalid-container-name',
  'invalid-security-option',
]);

const path = 'compose.yaml';
/** Files of more characters are no bases: nothing is learnt from them that costs so much. */
const longest = 12_000;

function judged(file: ComposeCase, ours: OurCompose, answer: ComposeAnswer): Compared {
  const part = !isWhole(file) && answer.refused !== undefined;
  const errors = errorsOf(ours);
  const lineOf = (offset: number): number => ours.doc.source.lineAt(offset) + 1;
  const wrong =
    answer.accepted === true
      ? errors
          .filter(({ rule }) => !onlyWhenStarted.has(rule.id))
          .map(({ rule, at, message }) => `line ${lineOf(at.start)}: Compose accepts it: ${rule.id}: ${message}`)
      : answer.stage === 'always' && !part && errors.length === 0
        ? [`Compose refuses it, and no rule says an error: ${answer.refused ?? ''}`]
        : [];
  return { file, ours, answer, wrong, part };
}

function errorsOf({ findings }: OurCompose) {
  return findings.filter(({ severity }) => severity === 'error');
}

function foundIn({ text, places }: Made, open: ComposeOpener): Tried['found'] {
  const errors = errorsOf(open({ name: '', text, path }));
  const there = errors.some(({ at }) => places.some((place) => touches(at, place)));
  return there ? 'there' : errors.length > 0 ? 'elsewhere' : 'nowhere';
}
