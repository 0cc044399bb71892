import { groupBy } from '../../groups.js';
import type { Finding } from '../../rule.js';
import type { DockerfileDocument } from '../model/types.js';
import { removeInstruction } from '../edit/remove.js';
import type { Instruction } from '../syntax/types.js';

/**
 * Instructions of which a stage has one, where a later one in the same stage takes the effect from an earlier one. The
 * finding is at the earlier, as BuildKit has it; hadolint reports the later, and both read ignore comments there.
 * Triggers count among themselves: they run in another build. Never throws; linear.
 */
export function* overridden(doc: DockerfileDocument, keyword: string, message: string): Iterable<Finding> {
  const all = doc.byKeyword(keyword);
  if (all.length < 2) return;
  const stages = groupBy(all, (instruction) => doc.stageOf(instruction));
  for (const some of stages.values()) {
    for (const [isTrigger, same] of groupBy(some, ({ parent }) => parent !== undefined)) {
      for (const [index, earlier] of same.entries()) {
        const later = same[index + 1];
        if (later !== undefined) yield finding(doc, earlier, later, message, isTrigger);
      }
    }
  }
}

function finding(
  doc: DockerfileDocument,
  earlier: Instruction,
  later: Instruction,
  message: string,
  isTrigger: boolean,
): Finding {
  return {
    at: earlier.keywordSpan,
    message,
    related: [{ at: later.keywordSpan, message: `This ${earlier.keyword} takes its place.` }],
    owners: { hadolint: later.span, buildkit: later.span },
    // The other tools do not look into ONBUILD.
    ...(isTrigger && { equivalents: { hadolint: [], buildkit: [] } }),
    fixes: [
      {
        title: `Remove the ${earlier.keyword} without effect`,
        safety: 'safe',
        edits: () => removeInstruction(doc, earlier),
      },
    ],
  };
}
