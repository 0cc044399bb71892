import { CST, Lexer, parseAllDocuments } from 'yaml';
import { editsOf, fixAll } from '../../server/src/engine/fix.js';
import type { Linter } from '../../server/src/engine/lint.js';
import type { Diagnosed, LintOptions } from '../../server/src/engine/report.js';
import type { FileEdits, Fix, Language } from '../../server/src/engine/rule.js';
import { applyEdits } from '../../server/src/engine/text/span.js';
import { plainText } from '../../server/src/engine/text/snippet.js';

/** A text in which every fix must be sound. */
export interface Sample {
  readonly language: Language;
  readonly path: string;
  readonly text: string;
}

/** What a fix leaves: a text, and the complaints about it. */
export interface Trial {
  readonly rule: string;
  readonly title: string;
  readonly safety: Fix['safety'];
  readonly text: string;
  readonly complaints: readonly string[];
}

/** Options for a text: facts depend on what it is, and on what a fix made of other files. */
export type OptionsFor = (text: string, others?: readonly FileEdits[]) => LintOptions;

/** What is true once a fix is applied, though it was not before: rule of the fix, its title, rule that speaks. */
const consequences: readonly (readonly [string, RegExp, string])[] = [
  // What used it is gone, and the next fix takes it out.
  ['network-mode-with-networks', /^Remove networks$/, 'unused-network'],
  // The second guess at a key: what stands behind it may be meant for the first.
  ['unknown-key', /^Change to dockerfile_inline$/, 'unknown-instruction'],
];

/**
 * Tries each fix of each finding of a Compose file alone: it parses as well as before, with the `yaml` package too; the
 * finding is gone and no other one has come; every comment is there, unless it was about what is gone.
 */
export function* trialsOf(
  linter: Linter,
  sample: Sample,
  options: OptionsFor,
  wanted: (finding: Diagnosed) => boolean = () => true,
): Generator<Trial> {
  const before = findingsOf(linter, sample, options);
  for (const finding of before.filter(wanted)) {
    for (const fix of finding.fixes) {
      const { title, safety } = fix;
      const rule = finding.rule.id;
      const text = applied(sample.text, fix);
      if (text === undefined) {
        yield { rule, title, safety, text: sample.text, complaints: ['the edits fail or overlap'] };
        continue;
      }
      const after = findingsOf(linter, { ...sample, text }, (again) => options(again, others(fix)));
      const complaints = [...complaintsAbout(sample.text, text), ...changesOf(finding, fix, before, after)];
      if (text === sample.text && others(fix).length === 0) complaints.push('nothing is changed');
      yield { rule, title, safety, text, complaints };
    }
  }
}

/** What taking all safe fixes comes to, the findings asked in the given order; and what is wrong with it. */
export function tryAll(
  linter: Linter,
  sample: Sample,
  options: OptionsFor,
  pick: (count: number) => number,
): { readonly text: string; readonly complaints: readonly string[] } {
  const isSafe = ({ fixes }: Diagnosed): boolean => fixes.some(({ safety }) => safety === 'safe');
  if (!findingsOf(linter, sample, options).some(isSafe)) return { text: sample.text, complaints: [] };
  const together = fixAll(linter, sample, { ...options(sample.text), safety: 'safe' }).text;
  let text = sample.text;
  for (let round = 0; ; round++) {
    const fixes = findingsOf(linter, { ...sample, text }, options).flatMap(({ rule, fixes }) => {
      const fix = fixes.find(({ safety }) => safety === 'safe');
      return fix === undefined ? [] : [{ rule: rule.id, fix }];
    });
    const chosen = fixes[fixes.length === 0 ? 0 : pick(fixes.length)];
    if (chosen === undefined) break;
    const next = applied(text, chosen.fix);
    if (next === undefined || next === text || round > 2_000) {
      return { text, complaints: [`${chosen.rule} does not come to an end`] };
    }
    text = next;
  }
  const complaints = [...complaintsAbout(sample.text, together)];
  if (text !== together) complaints.push('in another order the fixes give another text');
  const again = fixAll(linter, { ...sample, text: together }, { ...options(together), safety: 'safe' }).text;
  if (again !== together) complaints.push('a second run changes the text again');
  return { text: together, complaints };
}

function findingsOf(linter: Linter, { language, path, text }: Sample, options: OptionsFor): readonly Diagnosed[] {
  return linter.lint(linter.open(language, text, path), options(text)).findings;
}

/** The text after a fix, with the defaults of its placeholders. */
function applied(text: string, fix: Fix): string | undefined {
  const parts = editsOf(fix);
  if (parts === undefined) return undefined;
  const isSnippet = fix.edits().some((part) => 'snippet' in part && part.snippet);
  const edits = parts.own.map((edit) => (isSnippet ? { ...edit, text: plainText(edit.text) } : edit));
  return applyEdits(text, edits);
}

function others(fix: Fix): readonly FileEdits[] {
  return editsOf(fix)?.others ?? [];
}

/** How a text is worse YAML than another, or lacks comments of it. */
function complaintsAbout(before: string, after: string): readonly string[] {
  const complaints: string[] = [];
  const [was] = errorsIn(before);
  const [is] = errorsIn(after);
  if (was === undefined && is !== undefined) complaints.push(`is no YAML any more: ${is}`);
  const left = commentsOf(after);
  for (const { comment, beside } of commentsOf(before)) {
    // A comment beside a thing may go with it.
    if (beside !== '' && !after.includes(beside)) continue;
    const at = left.findIndex((one) => one.comment === comment);
    if (at >= 0) left.splice(at, 1);
    else complaints.push(`loses ${comment}`);
  }
  return complaints;
}

function errorsIn(text: string): readonly string[] {
  const documents = parseAllDocuments(text, { merge: true, version: '1.2', logLevel: 'silent' });
  return Array.isArray(documents) ? documents.flatMap(({ errors }) => errors.map(({ message }) => message)) : [];
}

interface Comment {
  readonly comment: string;
  /** What stands in front of it on its line. */
  readonly beside: string;
}

/** Comments as they are written, without those in block scalars. */
function commentsOf(text: string): Comment[] {
  const comments: Comment[] = [];
  let last = '';
  let line = '';
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('#') && last !== CST.SCALAR) comments.push({ comment: token.trimEnd(), beside: line.trim() });
    // The parser marks documents and scalars by characters that no text has.
    const written = /^[\u0001-\u001f\uFEFF]$/.test(token) && !/^\s$/.test(token) ? '' : token;
    line = (line + written).replace(/[^]*\n/, '');
    last = token;
  }
  return comments;
}

/** What a fix should have changed in the findings and did not, or has and should not. */
function changesOf(
  { rule }: Diagnosed,
  { title }: Fix,
  before: readonly Diagnosed[],
  after: readonly Diagnosed[],
): readonly string[] {
  const count = (findings: readonly Diagnosed[], id: string): number =>
    findings.filter((one) => one.rule.id === id).length;
  const follows = (id: string): boolean =>
    consequences.some(([from, pattern, to]) => from === rule.id && pattern.test(title) && to === id);
  const more = [...new Set(after.filter(isRecommended).map((one) => one.rule.id))].filter(
    (id) => count(after, id) > count(before, id) && !follows(id),
  );
  const complaints = more.map((id) => `brings ${id}`);
  if (count(after, rule.id) >= count(before, rule.id)) complaints.push('the finding stays');
  return complaints;
}

function isRecommended({ rule: { profile } }: Diagnosed): boolean {
  return profile === 'recommended';
}
