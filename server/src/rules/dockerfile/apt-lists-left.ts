import { appendCommand } from '../../engine/dockerfile/edit/instructions.js';
import { listsNeededLater, readsLists } from '../../engine/dockerfile/install/aptLists.js';
import { removes } from '../../engine/dockerfile/install/cleanup.js';
import { mountHolds, transientMounts } from '../../engine/dockerfile/install/mounts.js';
import type { DockerfileDocument } from '../../engine/dockerfile/model/types.js';
import { headOf, packageRuns } from '../../engine/dockerfile/packages/read.js';
import type { PackageCommand } from '../../engine/dockerfile/packages/types.js';
import { shippedStages } from '../../engine/dockerfile/stages/shipped.js';
import type { Instruction } from '../../engine/dockerfile/syntax/types.js';
import { fixFrom } from '../../engine/fixFrom.js';
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
  differs: {
    DL3009:
      'apt-get dist-clean removes the lists too, the removal must name them and stand behind the update, and only stages that end up in an image count.',
  },
  fixes: ['safe'],

  *check(doc) {
    for (const [run, commands] of packageRuns(doc, 'apt')) {
      const update = commands.findLast(({ action }) => action === 'refresh');
      if (update === undefined || !ships(doc, run) || keptOut(doc, run) || isRemoved(doc, run, update)) continue;

      // Lists that nobody in this RUN reads are there for somebody else.
      const after = commands.slice(commands.indexOf(update) + 1);
      const used = after.some(({ run: { command } }) => readsLists(command)) && !listsNeededLater(doc, run);
      const sudo = update.run.wrappers.includes('sudo') ? 'sudo ' : '';
      yield {
        at: headOf(update),
        message: 'The package lists stay in this layer and make the image larger; remove them in the same RUN.',
        fixes: () =>
          fixFrom(used ? appendCommand(doc, run, `${sudo}rm -rf ${lists}/*`) : undefined, {
            title: `Empty ${lists} at the end of this RUN`,
            safety: 'safe',
          }),
      };
    }
  },
});

/** By `rm`, or by `apt-get dist-clean` (apt 2.7.8), behind the last update. */
function isRemoved(doc: DockerfileDocument, run: Instruction, update: PackageCommand): boolean {
  const { end } = update.run.command.span;
  const commands = packageRuns(doc, 'apt').get(run) ?? [];
  const braces = /^(?:ba|z|k)sh$/.test(doc.shellAt(run).name);
  return (
    commands.some(
      ({ verb, run: { command } }) => command.span.start >= end && /^dist-?clean$/.test(verb?.value ?? ''),
    ) || doc.commandsOf(run).some((command) => command.span.start >= end && removes(command, lists, { braces }))
  );
}

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
