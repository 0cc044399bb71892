import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { nameOf } from '../../engine/shell/names.js';
import { isCommandName, isLikelyList, isQuoteFree } from '../../engine/shell/quoting.js';
import type { ParsedScript } from '../../engine/shell/unbash/nodes.js';

/** Programs whose output is meant to be several words: numbers. */
const lists: ReadonlySet<string | undefined> = new Set(['seq', 'pgrep']);
/** Programs that mostly print several lines, each of which is meant to be a word: quotes would make one of all. */
const printers: ReadonlySet<string | undefined> = new Set(['comm', 'find', 'ls', 'sort', 'uniq', 'xargs']);

export default defineShellRule({
  id: 'unquoted-substitution',
  title: 'Quote the output of commands',
  severity: 'info',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2046',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2046'] },
  fixes: ['unsafe'],

  problems: function* ({ tree, dialect }) {
    for (const site of tree.of('CommandExpansion')) {
      const { node, start, end, exact } = site;
      const { script } = node;
      if (script === undefined || script.commands.length === 0 || lists.has(programOf(script))) continue;
      if (isQuoteFree(site, dialect === 'bash' || dialect === 'ksh') || isCommandName(site)) continue;
      yield {
        start,
        end,
        message: 'Without quotes, the output of this command falls apart at blanks, and its wildcards match files.',
        fixes:
          exact && !isLikelyList(site) && !givesLines(script)
            ? [
                {
                  title: 'Put it in double quotes (several words are then one)',
                  safety: 'unsafe',
                  edits: [
                    { start, end: start, text: '"' },
                    { start: end, end, text: '"', behind: true },
                  ],
                },
              ]
            : [],
      };
    }
  },
});

/** Whether the last command of a substitution mostly prints several lines. */
function givesLines({ commands }: ParsedScript): boolean {
  let last = commands.at(-1)?.command;
  if (last?.type === 'Pipeline') last = last.commands.at(-1);
  return last?.type === 'Command' && printers.has(nameOf(last));
}

/** The program that a lone command in a substitution runs. */
function programOf({ commands }: ParsedScript): string | undefined {
  const [only] = commands;
  return commands.length === 1 && only?.command.type === 'Command' ? nameOf(only.command) : undefined;
}
