import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { stopsAtFailure } from '../../engine/shell/errexit.js';
import { argumentsOf, literalOf, nameOf } from '../../engine/shell/names.js';
import type { Statement } from '../../engine/shell/unbash/nodes.js';

const back: ReadonlySet<string | undefined> = new Set(['..', '-', '../']);

export default defineShellRule({
  id: 'cd-back',
  title: 'Change the folder in a subshell instead of changing back',
  severity: 'info',
  profile: 'all',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2103',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2103'] },
  fixes: [],

  problems: function* ({ tree }) {
    if (stopsAtFailure(tree)) return;
    for (const site of [...tree.of('CompoundList'), ...tree.of('Script')]) {
      let away = false;
      for (const { command } of site.node.commands) {
        const target = folderOf(command);
        if (target === undefined) continue;
        const returns = back.has(target);
        if (returns && away) {
          yield {
            start: site.exact ? command.pos : site.start,
            end: site.exact ? command.end : site.end,
            message: 'When the first cd fails, this one leads somewhere else; commands in ( … ) need no way back.',
          };
        }
        away = !returns;
      }
    }
  },
});

/** Where a plain `cd` of a list leads; an empty text for one that cannot be told. */
function folderOf(command: Statement['command']): string | undefined {
  if (command.type !== 'Command' || nameOf(command) !== 'cd') return undefined;
  const args = argumentsOf(command);
  const [only] = args;
  return args.length === 1 && only !== undefined ? (literalOf(only) ?? '') : '';
}
