import { foreignTools } from '../../engine/catalogue.js';
import type { Diagnosed } from '../../engine/report.js';
import type { Equivalents, FileEdits, Fix, Rule } from '../../engine/rule.js';
import type { Position, SourceText } from '../../engine/text/source.js';
import type { Span } from '../../engine/text/span.js';
import { sortEdits } from '../../engine/text/span.js';
import type { Output } from '../io.js';
import type { LintedFile, Reporter } from '../report.js';
import { besides, editedSource, fileEdits } from '../report.js';

interface JsonRange {
  readonly start: Position;
  readonly end: Position;
}

/** The report of docs/schema/lint.schema.json. */
export function jsonReporter(out: Output): Reporter {
  const files: object[] = [];
  return {
    file: (file) => {
      files.push({
        path: file.path,
        language: file.language,
        findings: file.findings.map((finding) => jsonFinding(finding, file)),
      });
    },
    end: (summary) => out.write(`${JSON.stringify({ version: 1, files, summary })}\n`),
  };
}

/** The list of docs/schema/rules.schema.json, sorted by language and id. */
export function jsonRules(rules: readonly Rule[]): string {
  const list = rules.map((rule) => ({
    id: rule.id,
    language: rule.language,
    title: rule.title,
    severity: rule.severity,
    profile: rule.profile,
    guide: rule.guide,
    link: rule.link,
    tags: rule.tags,
    equivalents: sortedEquivalents(rule.equivalents),
    fixes: rule.fixes,
  }));
  return `${JSON.stringify({ version: 1, rules: list })}\n`;
}

function jsonFinding(finding: Diagnosed, file: LintedFile): object {
  return {
    rule: finding.rule.id,
    severity: finding.severity,
    message: finding.message,
    range: jsonRange(finding.at, file.source),
    guide: finding.rule.guide,
    equivalents: sortedEquivalents(finding.equivalents),
    fixes: finding.fixes.flatMap((fix) => jsonFix(fix, file)),
  };
}

/** Nothing for a fix whose edits cannot be told. */
function jsonFix(fix: Fix, file: LintedFile): readonly object[] {
  const files = fileEdits(fix) ?? [];
  const edits = files.map((edited) => jsonEdits(edited, file));
  if (files.length === 0 || edits.some((list) => list === undefined)) return [];
  return [{ title: fix.title, safety: fix.safety, edits: edits.flatMap((list) => list ?? []) }];
}

function jsonEdits(edited: FileEdits, file: LintedFile): readonly object[] | undefined {
  const source = editedSource(file, edited);
  if (source === undefined) return undefined;
  return sortEdits(edited.edits).map(({ span, text }) => ({
    ...(edited.path === undefined ? {} : { path: besides(file.path, edited.path) }),
    ...(edited.create === true ? { create: true } : {}),
    ...(edited.snippet === true ? { snippet: true } : {}),
    range: jsonRange(span, source),
    newText: text,
  }));
}

function jsonRange({ start, end }: Span, source: SourceText): JsonRange {
  return { start: source.positionAt(start), end: source.positionAt(end) };
}

const sorted = new WeakMap<Equivalents, Equivalents>();

/** Equivalents with their tools in a fixed order and without empty lists. */
export function sortedEquivalents(equivalents: Equivalents): Equivalents {
  let known = sorted.get(equivalents);
  if (known === undefined) {
    const lists = foreignTools.map((tool) => [tool, equivalents[tool] ?? []] as const);
    known = Object.fromEntries(lists.filter(([, ids]) => ids.length > 0));
    sorted.set(equivalents, known);
  }
  return known;
}
