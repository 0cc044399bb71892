import { indexRepairs, type ApkAdd } from '../../engine/dockerfile/install/apkIndex.js';
import { removes } from '../../engine/dockerfile/install/cleanup.js';
import { mountHolds } from '../../engine/dockerfile/install/mounts.js';
import { hasOption, headOf, mayHideOptions, packageRuns } from '../../engine/dockerfile/packages/read.js';
import type { PackageCommand } from '../../engine/dockerfile/packages/types.js';
import { shippedStages } from '../../engine/dockerfile/stages/shipped.js';
import { weaklyMemoised } from '../../engine/memo.js';
import { fixFrom } from '../../engine/fixFrom.js';
import { defineRule } from '../../engine/rule.js';

const cache = '/var/cache/apk';

export default defineRule({
  id: 'apk-cache-left',
  language: 'dockerfile',
  title: 'Install Alpine packages without keeping their index',
  severity: 'info',
  profile: 'recommended',
  guide: 'reducing-image-size',
  link: 'https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper#Local_Cache',
  tags: ['size', 'apk'],
  equivalents: {
    hadolint: ['DL3019'],
    trivy: ['DS-0025'],
    kics: ['Apk Add Using Local Cache Path'],
    dockle: ['DKL-DI-0004'],
  },
  differs: {
    DL3019:
      'Removing /var/cache/apk in the same RUN, --no-network and stages that are thrown away leave no index in the image either.',
  },
  fixes: ['safe'],

  *check(doc) {
    for (const [run, commands] of packageRuns(doc, 'apk')) {
      const stage = doc.stageOf(run);
      if (mountHolds(run, cache, doc) || (stage !== undefined && !shippedStages(doc).has(stage))) continue;
      const removal = doc.commandsOf(run).findLast((command) => removes(command, cache));
      const adds = commands.flatMap((command) => keepsIndex(command, removal?.span.start ?? -1));
      const repairsOf = weaklyMemoised((all: typeof adds) =>
        indexRepairs(
          doc,
          run,
          all.map(({ add }) => add),
        ),
      );
      for (const { add, command } of adds) {
        yield {
          at: headOf(command),
          message: 'apk add leaves its package index in this layer and makes the image larger; add --no-cache.',
          fixes: () => fixFrom(repairsOf(adds).get(add), { title: 'Add --no-cache', safety: 'safe' }),
        };
      }
    }
  },
});

interface Keeping {
  readonly command: PackageCommand;
  readonly add: ApkAdd;
}

/** The command, if it is an `apk add` behind the last removal that leaves the index. */
function keepsIndex(command: PackageCommand, removed: number): readonly Keeping[] {
  const { action, verb, run } = command;
  if (action !== 'install' || verb === undefined || !run.args.includes(verb) || mayHideOptions(command)) return [];
  if (run.command.span.start < removed || hasOption(command, { long: ['no-cache', 'no-network'] })) return [];
  return [{ command, add: { command: run.command, add: verb } }];
}
