import { indexRepairs, type ApkAdd } from '../../engine/dockerfile/install/apkIndex.js';
import { commandHead, removes } from '../../engine/dockerfile/install/cleanup.js';
import { mountHolds } from '../../engine/dockerfile/install/mounts.js';
import type { Command } from '../../engine/dockerfile/model/types.js';
import { shippedStages } from '../../engine/dockerfile/shippedStages.js';
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
  fixes: ['safe'],

  *check(doc) {
    for (const run of doc.byKeyword('RUN')) {
      const commands = doc.commandsOf(run);
      if (!commands.some(({ name }) => name === 'apk')) continue;
      const stage = doc.stageOf(run);
      if (mountHolds(run, cache, doc) || (stage !== undefined && !shippedStages(doc).has(stage))) continue;
      const removed = commands.findLastIndex((command) => removes(command, cache));
      const adds = commands.slice(removed + 1).flatMap((command) => keepsIndex(command) ?? []);
      const repairs = indexRepairs(doc, run, adds);
      for (const one of adds) {
        const edits = repairs.get(one);
        yield {
          at: commandHead(one.command, one.add),
          message: 'apk add leaves its package index in this layer and makes the image larger; add --no-cache.',
          fixes: edits === undefined ? [] : [{ title: 'Add --no-cache', safety: 'safe', edits: () => edits }],
        };
      }
    }
  },
});

function keepsIndex(command: Command): ApkAdd | undefined {
  const add = command.name === 'apk' ? command.args.find(({ value }) => value === 'add') : undefined;
  const without = command.args.some(({ value }) => value === '--no-cache' || value === '--no-network');
  return add === undefined || without ? undefined : { command, add };
}
