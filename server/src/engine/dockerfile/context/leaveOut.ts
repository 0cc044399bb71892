import { appendLines } from '../../dockerignore/edits.js';
import type { FileEdits } from '../../rule.js';
import type { IgnoreFile } from './ignoreFile.js';

/** Adds lines to an ignore file, which is created where there is none. */
export function leaveOut({ path, doc }: IgnoreFile, lines: readonly string[]): readonly FileEdits[] {
  if (doc !== undefined) return [{ path, edits: [appendLines(doc.source, lines)] }];
  const text = lines.map((line) => `${line}\n`).join('');
  return [{ path, create: true, edits: [{ span: { start: 0, end: 0 }, text }] }];
}
