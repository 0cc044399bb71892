import { commandHead, removes } from '../../engine/dockerfile/install/cleanup.js';
import { mountHolds } from '../../engine/dockerfile/install/mounts.js';
import type { Command } from '../../engine/dockerfile/model/types.js';
import { defineRule } from '../../engine/rule.js';
import type { Edit } from '../../engine/text/span.js';

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
      if (mountHolds(run, cache)) continue;
      const commands = doc.commandsOf(run);
      for (const [i, command] of commands.entries()) {
        const add = command.name === 'apk' ? command.args.find(({ value }) => value === 'add') : undefined;
        if (add === undefined || command.args.some(({ value }) => value === '--no-cache')) continue;
        if (commands.slice(i + 1).some((later) => removes(later, cache))) continue;

        yield {
          at: commandHead(command, add),
          message: 'apk add leaves its package index in this layer and makes the image larger; add --no-cache.',
          fixes: [
            {
              title: 'Add --no-cache',
              safety: 'safe',
              edits: () => [
                { span: { start: add.span.end, end: add.span.end }, text: ' --no-cache' },
                ...withoutUpdate(commands, i),
              ],
            },
          ],
        };
      }
    }
  },
});

/** With --no-cache the index is fetched afresh: an `apk update &&` before it would only leave a copy behind. */
function withoutUpdate(commands: readonly Command[], install: number): readonly Edit[] {
  const update = commands
    .slice(0, install)
    .findLast(({ name, words }) => name === 'apk' && words[1]?.value === 'update');
  const next = update === undefined ? undefined : commands[commands.indexOf(update) + 1];
  if (update === undefined || next?.join !== '&&' || next.list !== update.list || update.words.length !== 2) return [];
  return [{ span: { start: update.span.start, end: next.span.start }, text: '' }];
}
