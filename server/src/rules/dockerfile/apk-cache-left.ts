import { commandHead, removes } from '../../engine/dockerfile/install/cleanup.js';
import { mountHolds } from '../../engine/dockerfile/install/mounts.js';
import type { Command } from '../../engine/dockerfile/model/types.js';
import { shippedStages } from '../../engine/dockerfile/shippedStages.js';
import { defineRule } from '../../engine/rule.js';
import type { ShellWord } from '../../engine/shell/types.js';
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
      const commands = doc.commandsOf(run);
      if (!commands.some(({ name }) => name === 'apk')) continue;
      const stage = doc.stageOf(run);
      if (mountHolds(run, cache) || (stage !== undefined && !shippedStages(doc).has(stage))) continue;
      const removed = commands.findLastIndex((command) => removes(command, cache));
      for (const [i, command] of commands.entries()) {
        if (i < removed) continue;
        const add = command.name === 'apk' ? command.args.find(({ value }) => value === 'add') : undefined;
        if (add === undefined || command.args.some(({ value }) => value === '--no-cache' || value === '--no-network'))
          continue;

        yield {
          at: commandHead(command, add),
          message: 'apk add leaves its package index in this layer and makes the image larger; add --no-cache.',
          fixes: [
            {
              title: 'Add --no-cache',
              safety: 'safe',
              edits: () => [withFlag(command, add), ...withoutUpdate(commands, i)],
            },
          ],
        };
      }
    }
  },
});

/** `--update` asks for a fresh index, as --no-cache does, which takes its place. */
function withFlag({ args }: Command, add: ShellWord): Edit {
  const update = args.find(({ text }) => /^(?:-U|--update|--update-cache)$/.test(text));
  const at = add.span.end;
  return update === undefined
    ? { span: { start: at, end: at }, text: ' --no-cache' }
    : { span: update.span, text: '--no-cache' };
}

/** With --no-cache the index is fetched afresh: an `apk update` before it would only leave a copy behind. */
function withoutUpdate(commands: readonly Command[], install: number): readonly Edit[] {
  const update = commands
    .slice(0, install)
    .findLast(({ name, words }) => name === 'apk' && words[1]?.value === 'update');
  const next = update === undefined ? undefined : commands[commands.indexOf(update) + 1];
  if (update === undefined || next?.list !== update.list || update.words.length !== 2) return [];
  if (update.redirects.length > 0 || update.assignments.length > 0) return [];
  const alone = next.join === '&&' || next.join === ';' || next.join === 'newline';
  return alone ? [{ span: { start: update.span.start, end: next.span.start }, text: '' }] : [];
}
