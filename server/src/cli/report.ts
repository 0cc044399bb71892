import type { EffectiveConfig, FailOn } from '../engine/config/types.js';
import { asFiles } from '../engine/fix.js';
import type { Diagnosed } from '../engine/report.js';
import type { FileEdits, Fix, Language, Severity } from '../engine/rule.js';
import { SourceText } from '../engine/text/source.js';
import type { PlacedProblem } from './configs.js';

/** A linted text with the findings to report. */
export interface LintedFile {
  /** Relative to the working directory, with `/`. */
  readonly path: string;
  readonly language: Language;
  readonly source: SourceText;
  /** The text of another file that a fix or a related place names, relative to this file's folder. Never throws. */
  readonly other: (path: string) => SourceText | undefined;
  readonly findings: readonly Diagnosed[];
  /** Fixes that were applied to it before. */
  readonly applied: readonly { readonly rule: string; readonly title: string }[];
}

/** What a run comes to; counts of findings are of those that are left and reported. */
export interface Summary {
  readonly files: number;
  readonly filesWithFindings: number;
  readonly findings: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  /** Findings with a fix that `--fix` applies. */
  readonly safeFixes: number;
  /** Findings whose fix wants `--unsafe-fixes`. */
  readonly unsafeFixes: number;
  /** Fixes that were applied in this run. */
  readonly fixed: number;
}

/** Something that went wrong beside the findings. */
export interface Notice extends PlacedProblem {
  readonly kind: 'configuration' | 'file' | 'rule';
  /** The result is incomplete: the run ends with exit code 2. */
  readonly fatal: boolean;
}

/** Writes a report to standard output. */
export interface Reporter {
  file(file: LintedFile): void;
  /** Called once, after the last file. */
  end(summary: Summary, notices: readonly Notice[]): void;
}

const ranks: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1, hint: 0 };
const thresholds: Readonly<Record<FailOn, number>> = { error: 3, warning: 2, info: 1, hint: 0, never: 4 };

/** Whether a finding of this severity makes the run fail. */
export function counts(severity: Severity, failOn: FailOn): boolean {
  return ranks[severity] >= thresholds[failOn];
}

/** Whether a finding is advice of the calendar that no configuration gave a severity: a run never fails for it. */
export function isAdvice({ rule }: Diagnosed, { rules }: EffectiveConfig): boolean {
  const origin = rules.get(rule.id)?.origin.kind;
  return rule.calendar === true && (origin === 'profile' || origin === 'default');
}

/**
 * The edits of a fix by file, the document itself without a path and without an empty list; undefined when the rule
 * fails to build them. Never throws.
 */
export function fileEdits(fix: Fix): readonly FileEdits[] | undefined {
  try {
    return asFiles(fix.edits());
  } catch {
    return undefined;
  }
}

/** The fix with its edits built, which reports ask for again; nothing where they change nothing. */
function realFix(fix: Fix): readonly Fix[] {
  const { title, safety } = fix;
  const files = fileEdits(fix);
  return files?.some(({ edits }) => edits.length > 0) === true ? [{ title, safety, edits: () => files }] : [];
}

/** A finding with those of its fixes that change something. Never throws. */
export function withRealFixes(finding: Diagnosed): Diagnosed {
  const fixes = finding.fixes;
  if (fixes.length === 0) return finding;
  return { ...finding, fixes: fixes.flatMap(realFix) };
}

/** The text that edits of a file speak of; undefined when it cannot be read. */
export function editedSource(file: LintedFile, edits: FileEdits): SourceText | undefined {
  if (edits.path === undefined) return file.source;
  return edits.create === true ? new SourceText('') : file.other(edits.path);
}

/** The path of another file that a document's fix or finding names, as reports show it. */
export function besides(document: string, path: string): string {
  const parts = document.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    const last = parts.at(-1);
    if (part === '..' && last !== undefined && last !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Adds up what is reported. */
export class Tally {
  #files = 0;
  #filesWithFindings = 0;
  #safe = 0;
  #unsafe = 0;
  #fixed = 0;
  readonly #bySeverity: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };

  add({ findings, applied }: LintedFile): void {
    this.#files++;
    this.#fixed += applied.length;
    if (findings.length > 0) this.#filesWithFindings++;
    for (const { severity, fixes } of findings) {
      this.#bySeverity[severity]++;
      if (fixes.some((fix) => fix.safety === 'safe')) this.#safe++;
      else if (fixes.some((fix) => fix.safety === 'unsafe')) this.#unsafe++;
    }
  }

  get summary(): Summary {
    const { error, warning, info, hint } = this.#bySeverity;
    return {
      files: this.#files,
      filesWithFindings: this.#filesWithFindings,
      findings: error + warning + info + hint,
      errors: error,
      warnings: warning,
      infos: info,
      hints: hint,
      safeFixes: this.#safe,
      unsafeFixes: this.#unsafe,
      fixed: this.#fixed,
    };
  }
}
