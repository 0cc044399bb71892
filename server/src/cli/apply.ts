import { dirname, resolve } from 'node:path';
import { fixAll } from '../engine/fix.js';
import type { Linter } from '../engine/lint.js';
import type { LintOptions } from '../engine/report.js';
import type { FileEdits, Language } from '../engine/rule.js';
import type { Edit } from '../engine/text/span.js';
import { applyEdits } from '../engine/text/span.js';
import type { ReadText } from './read.js';
import { encode, readText } from './read.js';
import { pathFrom } from './roots.js';
import { createFile, replaceFile, whyNotCreated, whyNotReplaced } from './write.js';

/** What fixes make of another file than the one that is linted. */
interface OtherFile {
  /** Absolute. */
  readonly path: string;
  /** Undefined for a file that is created. */
  readonly before: ReadText | undefined;
  readonly after: string;
}

/** What the fixes of one file come to. */
export interface Plan {
  readonly text: string;
  readonly applied: readonly { readonly rule: string; readonly title: string }[];
  readonly others: readonly OtherFile[];
}

/** The file that is fixed, by absolute path, and the folder that nothing is written outside of. */
export interface Place {
  readonly path: string;
  readonly root: string;
}

/** A file that was left alone, with a message that continues "FILE …". */
export interface Refusal {
  readonly path: string;
  readonly failure: string;
}

/**
 * Works out every fix of a safety without writing anything. Refuses when a fix also wants to write a file that
 * cannot be had, for half a fix is none. Never throws.
 */
export function planFixes(
  linter: Linter,
  doc: { readonly text: string; readonly language: Language },
  options: LintOptions & { readonly safety: 'safe' | 'unsafe' },
  place: Place,
): Plan | Refusal {
  const path = pathFrom(place.root, place.path);
  const { text, applied, otherFiles } = fixAll(linter, { text: doc.text, language: doc.language, path }, options);
  const others: OtherFile[] = [];
  for (const [name, list] of byPath(otherFiles)) {
    const other = planOther(resolve(dirname(place.path), name), list, place.root);
    if ('failure' in other) return other;
    others.push(other);
  }
  return { text, applied, others };
}

/**
 * Writes what a plan changes, other files first, and nothing at all when the file itself cannot be written.
 * A refusal tells of the file where it stopped. Never throws.
 */
export function writePlan(plan: Plan, before: ReadText, { path, root }: Place): Refusal | undefined {
  const refused = plan.text === before.text ? undefined : whyNotReplaced(path, before.bytes, root);
  if (refused !== undefined) return { path, failure: refused };
  for (const other of plan.others) {
    const bytes = encode(other.after, other.before?.bom ?? false);
    const failure =
      other.before === undefined
        ? createFile(other.path, bytes, root)
        : replaceFile(other.path, other.before.bytes, bytes, root);
    if (failure !== undefined) return { path: other.path, failure };
  }
  if (plan.text === before.text) return undefined;
  const failure = replaceFile(path, before.bytes, encode(plan.text, before.bom), root);
  return failure === undefined ? undefined : { path, failure };
}

function byPath(files: readonly FileEdits[]): ReadonlyMap<string, readonly FileEdits[]> {
  const paths = new Map<string, FileEdits[]>();
  for (const file of files) {
    if (file.path !== undefined) paths.set(file.path, [...(paths.get(file.path) ?? []), file]);
  }
  return paths;
}

function planOther(path: string, list: readonly FileEdits[], root: string): OtherFile | Refusal {
  const created = list.find((file) => file.create === true);
  if (created !== undefined) {
    const failure = whyNotCreated(path, root);
    if (failure !== undefined) return { path, failure };
    return { path, before: undefined, after: created.edits.map((edit) => edit.text).join('') };
  }
  const before = readText(path);
  if ('failure' in before) return { path, failure: before.failure };
  if (!before.valid) return { path, failure: 'was left alone: it is not valid UTF-8' };
  const after = edited(
    before.text,
    list.flatMap((file) => file.edits),
  );
  return after === undefined
    ? { path, failure: 'was left alone: two fixes change the same place' }
    : { path, before, after };
}

function edited(text: string, edits: readonly Edit[]): string | undefined {
  try {
    return applyEdits(text, edits);
  } catch {
    return undefined;
  }
}
