import { appendCommand } from '../../engine/dockerfile/edits.js';
import { aptUpdate, isDistClean, listsNeededLater, readsLists } from '../../engine/dockerfile/install/aptLists.js';
import { commandHead, removes } from '../../engine/dockerfile/install/cleanup.js';
import { mountHolds, transientMounts } from '../../engine/dockerfile/install/mounts.js';
import type { DockerfileDocument } from '../../engine/dockerfile/model/types.js';
import { shippedStages } from '../../engine/dockerfile/shippedStages.js';
import type { Instruction } from '../../engine/dockerfile/syntax/types.js';
import { defineRule } from '../../engine/rule.js';
import { withoutSlashes } from '../../engine/text/paths.js';

const lists = '/var/lib/apt/lists';

export default defineRule({
  id: 'apt-lists-left',
  language: 'dockerfile',
  title: 'Remove the package lists in the step that fetched them',
  severity: 'info',
  profile: 'recommended',
  guide: 'reducing-image-size',
  link: 'https://docs.docker.com/build/building/best-practices/#apt-get',
  tags: ['size', 'apt'],
  equivalents: { hadolint: ['DL3009'], kics: ['Apt Get Install Lists Were Not Deleted'], dockle: ['DKL-DI-0005'] },
  fixes: ['safe'],

  *check(doc) {
    for (const run of doc.byKeyword('RUN')) {
      const commands = doc.commandsOf(run);
      const update = commands.findLast((command) => aptUpdate(command) !== undefined);
      const word = update === undefined ? undefined : aptUpdate(update);
      if (update === undefined || word === undefined || !ships(doc, run) || keptOut(doc, run)) continue;
      const after = commands.slice(commands.lastIndexOf(update) + 1);
      if (after.some((command) => removes(command, lists) || isDistClean(command))) continue;

      // Lists that nobody in this RUN reads are there for somebody else.
      const used = after.some(readsLists) && !listsNeededLater(doc, run);
      const edits = used ? appendCommand(doc, run, `rm -rf ${lists}/*`) : undefined;
      yield {
        at: commandHead(update, word),
        message: 'The package lists stay in this layer and make the image larger; remove them in the same RUN.',
        fixes:
          edits === undefined
            ? []
            : [{ title: `Remove ${lists} at the end of this RUN`, safety: 'safe', edits: () => edits }],
      };
    }
  },
});

function ships(doc: DockerfileDocument, run: Instruction): boolean {
  const stage = doc.stageOf(run);
  return stage === undefined || shippedStages(doc).has(stage);
}

/** Lists in a mount, or both apt folders in mounts as Docker's own examples have it. */
function keptOut(doc: DockerfileDocument, run: Instruction): boolean {
  if (mountHolds(run, lists, doc)) return true;
  const targets = transientMounts(run, doc).map(({ target }) => withoutSlashes(target));
  return targets.includes('/var/lib/apt') && targets.includes('/var/cache/apt');
}
