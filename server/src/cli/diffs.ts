import type { Plan } from './apply.js';
import type { Io } from './io.js';
import { displayPath } from './paths.js';
import type { ReadText } from './read.js';
import { original } from './read.js';
import type { Subject } from './session.js';

/** Prints what a plan would change. */
export type DiffPrinter = (subject: Subject, before: ReadText, plan: Plan) => void;

/** A printer to standard output; a file that several plans would create comes once. */
export async function diffPrinter(io: Io): Promise<DiffPrinter> {
  const [{ unifiedDiff }, { styleFor }] = await Promise.all([import('./format/diff.js'), import('./format/style.js')]);
  const style = styleFor(io.stdout.terminal && !io.noColor);
  const created = new Set<string>();
  const print = (path: string, before: ReadText | undefined, after: string): void => {
    if (before === undefined && created.has(path)) return;
    if (before === undefined) created.add(path);
    io.stdout.write(
      unifiedDiff(
        {
          path: displayPath(path, io.cwd),
          before: before === undefined ? undefined : original(before),
          after: before?.bom === true ? `\uFEFF${after}` : after,
        },
        style,
      ),
    );
  };
  return (subject, before, { text, others }) => {
    print(subject.path, before, text);
    for (const other of others) print(other.path, other.before, other.after);
  };
}
