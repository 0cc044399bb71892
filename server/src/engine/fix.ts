import { inlineDockerfiles } from './compose/inline/documents.js';
import { looksLikeArray } from './dockerfile/misread/jsonArray.js';
import { byPlace, type Linter } from './lint.js';
import type { Diagnosed, LintOptions } from './report.js';
import type { FileEdits, Fix, Language, LintDocument } from './rule.js';
import { applyEdits, overlaps, touches, type Edit, type Span } from './text/span.js';

export { minimalEdits } from './text/diff.js';

export interface FixAllOptions extends LintOptions {
  /** `unsafe` takes safe and unsafe fixes; suggestions are never taken. */
  readonly safety: 'safe' | 'unsafe';
  /** Only this rule. */
  readonly rule?: string;
}

export interface FixAllResult {
  readonly text: string;
  /** In the order of application. */
  readonly applied: readonly { readonly rule: string; readonly title: string }[];
  /** Edits of other files; those of the document are in `text`. */
  readonly otherFiles: readonly FileEdits[];
}

/** More rounds mean that two fixes undo each other. */
const rounds = 10;

/**
 * Applies fixes again and again until nothing changes. A fix whose edits overlap or touch those of an earlier one waits
 * for the next round, where its rule sees what the other has left; one after which the text parses worse than before, or the exec form is broken, is not taken. Never throws.
 */
export function fixAll(
  linter: Linter,
  { text, language, path }: { readonly text: string; readonly language: Language; readonly path?: string | undefined },
  options: FixAllOptions,
): FixAllResult {
  const applied: { rule: string; title: string }[] = [];
  const otherFiles: FileEdits[] = [];
  let current = text;
  for (let round = 0; round < rounds; round++) {
    const doc = linter.open(language, current, path);
    const changes = chooseFixes(linter.lint(doc, options).findings, options, otherFiles);
    const taken = takeTogether(linter, doc, current, changes);
    if (taken.length === 0) break;
    const next = applyEdits(
      current,
      taken.flatMap(({ own }) => own),
    );
    for (const change of taken) {
      applied.push({ rule: change.rule, title: change.title });
      otherFiles.push(...change.others);
    }
    if (next === current) break;
    current = next;
  }
  return { text: current, applied, otherFiles };
}

interface Change {
  readonly rule: string;
  readonly title: string;
  readonly own: readonly Edit[];
  readonly others: readonly FileEdits[];
}

/** The edits of one fix, parted by file; undefined when it fails, overlaps itself or leaves the text. Never throws. */
export function editsOf(
  fix: Fix,
): { readonly own: readonly Edit[]; readonly others: readonly FileEdits[] } | undefined {
  let files: readonly FileEdits[];
  try {
    files = asFiles(fix.edits());
  } catch {
    return undefined;
  }
  const own = files.filter(({ path }) => path === undefined).flatMap(({ edits }) => edits);
  const others = files.filter(({ path }) => path !== undefined);
  return anyOverlap(own) ? undefined : { own, others };
}

/** One form for both that `Fix.edits` may give. */
export function asFiles(edits: readonly Edit[] | readonly FileEdits[]): readonly FileEdits[] {
  const plain: Edit[] = [];
  const files: FileEdits[] = [];
  for (const entry of edits) {
    if ('span' in entry) plain.push(entry);
    else files.push(entry);
  }
  return plain.length === 0 ? files : [{ edits: plain }, ...files];
}

function chooseFixes(
  findings: readonly Diagnosed[],
  { safety, rule }: FixAllOptions,
  taken: readonly FileEdits[],
): readonly Change[] {
  const paths = new Set(taken.map(({ path }) => path));
  const chosen: Change[] = [];
  // Where two fixes want the same place, the order of the report decides, not that of the list.
  for (const finding of [...findings].sort(byPlace)) {
    if (rule !== undefined && finding.rule.id !== rule) continue;
    const fix = finding.fixes.find((one) => one.safety === 'safe' || one.safety === safety);
    const edits = fix === undefined ? undefined : editsOf(fix);
    if (fix === undefined || edits === undefined || (edits.own.length === 0 && edits.others.length === 0)) continue;
    // A second edit of another file would count from a text that is no longer there.
    if (edits.others.some(({ path }) => paths.has(path))) continue;
    for (const { path } of edits.others) paths.add(path);
    chosen.push({ rule: finding.rule.id, title: fix.title, ...edits });
  }
  return chosen;
}

/** As many changes as go together without touching one another and without a new syntax problem. */
function takeTogether(linter: Linter, doc: LintDocument, text: string, changes: readonly Change[]): readonly Change[] {
  const places: Span[] = [];
  const apart = changes.filter(({ own }) => {
    if (own.some(({ span }) => span.end > text.length) || own.some(({ span }) => !isFree(places, span))) return false;
    for (const { span } of own) places.splice(placeOf(places, span), 0, span);
    return true;
  });
  const before = damage(doc);
  const parses = (some: readonly Change[]): boolean =>
    damage(
      linter.open(
        doc.language,
        applyEdits(
          text,
          some.flatMap(({ own }) => own),
        ),
        doc.path,
      ),
    ) <= before;
  const select = (some: readonly Change[]): readonly Change[] => {
    if (some.length === 0 || parses(some)) return some;
    if (some.length === 1) return [];
    const half = some.length >> 1;
    const left = select(some.slice(0, half));
    const both = [...left, ...select(some.slice(half))];
    return parses(both) ? both : left;
  };
  return select(apart);
}

/** Where a span belongs in a sorted list. */
function placeOf(sorted: readonly Span[], { start, end }: Span): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = sorted[middle];
    if (other !== undefined && (other.start - start || other.end - end) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isFree(sorted: readonly Span[], span: Span): boolean {
  const at = placeOf(sorted, span);
  return [sorted[at - 1], sorted[at]].every((other) => other === undefined || !touches(other, span));
}

/** Syntax problems, and arrays that are no JSON: BuildKit takes those for shell text without a word. */
function damage(doc: LintDocument): number {
  if (doc.language !== 'dockerfile') {
    return inlineDockerfiles(doc).reduce((sum, { doc: inner }) => sum + damage(inner), 0);
  }
  const broken = doc.instructions.filter(
    ({ json, command, body }) => json === undefined && looksLikeArray((command?.body ?? body).text),
  );
  return doc.syntax.problems.length + broken.length;
}

function anyOverlap(edits: readonly Edit[]): boolean {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return sorted.some(({ span }, index) => {
    const next = sorted[index + 1];
    return span.end < span.start || (next !== undefined && overlaps(span, next.span));
  });
}
