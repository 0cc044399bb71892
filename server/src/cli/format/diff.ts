import { createTwoFilesPatch } from 'diff';
import type { Style } from './style.js';

/** One file before and after fixes; `before` is undefined for a file that is created. */
export interface Change {
  /** Relative to the working directory, with `/`. */
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string;
}

/** A unified diff that `git apply` and `patch -p1` understand; empty when nothing changes. */
export function unifiedDiff({ path, before, after }: Change, style: Style): string {
  if (before === after) return '';
  const patch = createTwoFilesPatch(
    before === undefined ? '/dev/null' : `a/${path}`,
    `b/${path}`,
    before ?? '',
    after,
    undefined,
    undefined,
    { context: 3 },
  );
  const lines = patch.split('\n');
  const start = lines.findIndex((line) => line.startsWith('--- '));
  return lines
    .slice(start)
    .map((line, index) => paint(line, index < 2, style))
    .join('\n');
}

function paint(line: string, head: boolean, style: Style): string {
  if (head) return style.bold(line);
  if (line.startsWith('+')) return style.added(line);
  if (line.startsWith('-')) return style.removed(line);
  return line.startsWith('@@') ? style.dim(line) : line;
}
