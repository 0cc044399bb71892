import { posix } from 'node:path';
import { expect } from 'vitest';
import { defaultConfig } from '../../server/src/engine/config/resolve.js';
import type { EffectiveConfig } from '../../server/src/engine/config/types.js';
import { editsOf } from '../../server/src/engine/fix.js';
import { Linter } from '../../server/src/engine/lint.js';
import type { Diagnosed, Report } from '../../server/src/engine/report.js';
import type { FileEdits, Fix, LintDocument, Rule, RuleOptions, Severity } from '../../server/src/engine/rule.js';
import type { ScriptAnswers } from '../../server/src/engine/scripts.js';
import { applyEdits, type Edit } from '../../server/src/engine/text/span.js';
import { rules } from '../../server/src/rules/index.js';
import { factsOf } from '../../server/tools/generate/facts.js';
import { scriptsOf } from './scripts.js';
import type { Example, Mark } from './blocks.js';
import { loud } from '../loud.js';

export const date = '2026-11-01';
const linter = new Linter(rules);

/** An example in one spelling of its text: as written, in CRLF, with the other escape character. */
export interface Variant {
  readonly name: string;
  readonly change: (text: string) => string;
  /** Lines that the change puts on top. */
  readonly lines: number;
}

interface Run {
  readonly doc: LintDocument;
  readonly report: Report;
  readonly own: readonly Diagnosed[];
}

/** Asserts everything that a page promises of one example. */
export function checkExample(rule: Rule, example: Example, variant: Variant): void {
  const text = variant.change(example.text);
  const scripts = scriptsOf(linter, example.language, example);
  const before = run(rule, example, text, scripts);
  const marks = example.marks.map((mark) => ({ ...mark, line: mark.line + variant.lines }));
  expect(describeFindings(before), 'findings and carets').toEqual(describeMarks(before.doc, marks, before.own));
  if (example.kind === 'good') return;

  const offered = Math.max(0, ...before.own.map(({ fixes }) => fixes.filter(isDefinite).length));
  expect(example.fixed.length, 'a "fixed" block for each fix that needs no value').toBeGreaterThanOrEqual(offered);
  for (const [index, wanted] of example.fixed.entries()) {
    const result = applyFixes(before, index, text, example);
    expect(result.text, `fix ${index + 1}`).toBe(variant.change(wanted.text));
    expect(normalize(result.files)).toEqual(normalize(wanted.files));

    const files = example.files === undefined ? undefined : new Map([...example.files, ...result.files]);
    const after = run(rule, { ...example, files }, result.text, scripts);
    expect(problems(after.doc), 'syntax problems after the fix').toBeLessThanOrEqual(problems(before.doc));
    expect(after.own.length, 'findings of the rule after the fix').toBe(before.own.length - result.fixed);
    expect(additional(before, after), 'additional findings after the fix').toEqual([]);
    expect(applyFixes(after, index, result.text, example).text, 'a second application').toBe(result.text);
  }
}

function run(rule: Rule, example: Example, text: string, scripts: ScriptAnswers | undefined): Run {
  const doc = linter.open(example.language, text, example.path);
  const config = configOf(rule, example.config);
  const around = example.files && new Map(example.files).set(example.path, text);
  const facts = factsOf(around, example.path, (known) => linter.needs(doc, { config, facts: known }));
  const report = linter.lint(doc, { config, facts, date, ...(scripts === undefined ? {} : { scripts }), ...loud });
  return { doc, report, own: report.findings.filter((finding) => finding.rule.id === rule.id) };
}

/** The recommended rules, and the rule of the page whatever its profile. */
function configOf(rule: Rule, given: unknown): EffectiveConfig {
  const { severity, options } = (given ?? {}) as { severity?: Severity; options?: RuleOptions };
  const base = defaultConfig(rules);
  const own = base.rules.get(rule.id);
  const settings = new Map(base.rules).set(rule.id, {
    severity: severity ?? rule.severity,
    options: { ...own?.options, ...options },
    origin: { kind: 'default' },
  });
  return { ...base, rules: settings };
}

function describeFindings({ doc, own }: Run): readonly string[] {
  return own.map(({ at }) => quote(doc, at.start, at.end)).sort();
}

/** Marks as the findings they stand for; a mark that fits none is described by itself. */
function describeMarks(doc: LintDocument, marks: readonly Mark[], own: readonly Diagnosed[]): readonly string[] {
  const left = [...own];
  return marks
    .map((mark) => {
      const index = left.findIndex(({ at }) => fits(doc, at.start, at.end, mark));
      const [found] = index < 0 ? [] : left.splice(index, 1);
      if (found !== undefined) return quote(doc, found.at.start, found.at.end);
      const { source } = doc;
      const start = source.offsetAt({ line: mark.line, character: mark.start });
      return quote(doc, start, source.offsetAt({ line: mark.line, character: mark.end }));
    })
    .sort();
}

function fits(doc: LintDocument, start: number, end: number, mark: Mark): boolean {
  const from = doc.source.positionAt(start);
  const line = doc.source.lineSpan(from.line);
  const last = Math.min(end, line.end) - line.start;
  const starts = from.character === mark.start || (mark.start === 2 && from.character < 2);
  return from.line === mark.line && starts && last === mark.end;
}

function quote(doc: LintDocument, start: number, end: number): string {
  const { line, character } = doc.source.positionAt(start);
  return `${line + 1}:${character + 1} ${JSON.stringify(doc.source.text.slice(start, end))}`;
}

interface Applied {
  readonly text: string;
  readonly files: ReadonlyMap<string, string>;
  /** How many findings had such a fix. */
  readonly fixed: number;
}

/** What fix number `index` of every finding makes of the text, all together. */
function applyFixes({ own }: Run, index: number, text: string, example: Example): Applied {
  const edits: Edit[] = [];
  const others = new Map<string, Edit[]>();
  let fixed = 0;
  for (const { fixes } of own) {
    const fix = fixes[index];
    if (fix === undefined) continue;
    const parts = editsOf(fix);
    expect(parts, `the edits of "${fix.title}" must not fail or overlap`).toBeDefined();
    const own = parts?.own.map((edit) => ({
      ...edit,
      text: fix.safety === 'suggestion' ? plain(fix, edit) : edit.text,
    }));
    // Findings may share a fix.
    const news = (own ?? []).filter((edit) => !edits.some((other) => same(other, edit)));
    edits.push(...news);
    for (const other of parts?.others ?? []) collect(other, example, others);
    fixed++;
  }
  const files = new Map(
    [...others].map(([path, changes]) => [path, applyEdits(example.files?.get(path) ?? '', changes)]),
  );
  return { text: applyEdits(text, edits), files, fixed };
}

function collect({ path = '', create, edits }: FileEdits, example: Example, others: Map<string, Edit[]>): void {
  const place = posix.join(posix.dirname(example.path), path);
  expect(create === true && example.files?.has(place), `${place} exists already`).not.toBe(true);
  const known = others.get(place) ?? [];
  known.push(...edits.filter((edit) => !known.some((other) => same(other, edit))));
  others.set(place, known);
}

function plain(fix: Fix, edit: Edit): string {
  const snippet = fix.edits().some((part) => 'snippet' in part && part.snippet);
  return snippet ? withoutPlaceholders(edit.text) : edit.text;
}

/** LSP snippet text with the default of each placeholder. */
function withoutPlaceholders(text: string): string {
  return text
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$(?:\d+|\{\d+\})/g, '')
    .replace(/\\([$}\\])/g, '$1');
}

function same(a: Edit, b: Edit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
}

function isDefinite({ safety }: Fix): boolean {
  return safety !== 'suggestion';
}

function problems(doc: LintDocument): number {
  return doc.language === 'dockerfile' ? doc.syntax.problems.length : 0;
}

/**
 * Rules that have more findings after a fix than before. Where a command is behind `sudo`, one that a fix adds has to be
 * too, or it would lack the rights and fail the build: for each `sudo` that a fix writes beside another, `sudo-command`
 * may speak once more.
 */
function additional(before: Run, after: Run): readonly string[] {
  const count = ({ report }: Run, id: string): number => report.findings.filter(({ rule }) => rule.id === id).length;
  const words = ({ doc }: Run): number => doc.source.text.split(/\bsudo\b/).length;
  const allowed = (id: string): number =>
    id === 'sudo-command' && count(before, id) > 0 ? words(after) - words(before) : 0;
  return [...new Set(after.report.findings.map(({ rule }) => rule.id))].filter(
    (id) => count(after, id) > count(before, id) + allowed(id),
  );
}

function normalize(files: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...files].map(([path, text]) => [path, text.replaceAll('\r\n', '\n')] as const).sort();
}

/** The spellings in which an example must behave alike. */
export function variantsOf(example: Example): readonly Variant[] {
  const variants: Variant[] = [
    { name: 'as written', change: (text) => text, lines: 0 },
    { name: 'in CRLF', change: (text) => text.replaceAll('\n', '\r\n'), lines: 0 },
  ];
  const texts = [example.text, ...example.fixed.map(({ text }) => text)];
  if (example.language === 'dockerfile' && continues(example.text) && texts.every(canSwapEscape)) {
    variants.push({ name: 'with the escape directive', change: swapEscape, lines: 1 });
  }
  return variants;
}

function continues(text: string): boolean {
  return continuationsOf(text).length > 0;
}

/** Nothing but continuations means the escape character, outside of commands that the shell reads. */
function canSwapEscape(text: string): boolean {
  if (text.includes('`') || /^#[ \t]*escape[ \t]*=/im.test(text)) return false;
  const doc = linter.open('dockerfile', text);
  if (doc.language !== 'dockerfile' || doc.syntax.problems.length > 0) return false;
  const marks = new Set(continuationsOf(text));
  return doc.syntax.instructions
    .filter(({ keyword }) => keyword !== 'RUN')
    .every(({ lineSpan }) =>
      [...text.slice(lineSpan.start, lineSpan.end).matchAll(/\\/g)].every(({ index }) =>
        marks.has(lineSpan.start + index),
      ),
    );
}

function swapEscape(text: string): string {
  const edits = continuationsOf(text).map((at): Edit => ({ span: { start: at, end: at + 1 }, text: '`' }));
  return `# escape=\`\n${applyEdits(text, edits)}`;
}

function continuationsOf(text: string): readonly number[] {
  const doc = linter.open('dockerfile', text);
  if (doc.language !== 'dockerfile') return [];
  return doc.syntax.instructions.flatMap(({ continuations }) => continuations.map(({ start }) => start));
}
