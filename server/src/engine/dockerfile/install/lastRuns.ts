import type { Command, DockerfileDocument, Stage } from '../model/types.js';

/**
 * For each stage the index of the last RUN, in it or in a stage built from it, whose commands pass the test. Linear;
 * never throws.
 */
export function lastRuns(
  doc: DockerfileDocument,
  test: (commands: readonly Command[]) => boolean,
): ReadonlyMap<Stage, number> {
  const last = new Map<Stage, number>();
  for (const run of [...doc.byKeyword('RUN')].reverse()) {
    if (!test(doc.commandsOf(run))) continue;
    for (let at = doc.stageOf(run); at !== undefined && !last.has(at); at = at.parent) last.set(at, run.index);
  }
  return last;
}
