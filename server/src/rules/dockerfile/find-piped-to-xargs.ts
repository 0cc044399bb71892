import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { runsBehind } from '../../engine/shell/wrapped.js';
import { argumentsOf, literalOf, nameOf } from '../../engine/shell/names.js';
import type { ShellFix } from '../../engine/shell/problem.js';
import type { Site } from '../../engine/shell/tree.js';
import type { Command, CommandNode } from '../../engine/shell/unbash/nodes.js';

export default defineShellRule({
  id: 'find-piped-to-xargs',
  title: 'Hand file names to xargs with -print0 and -0',
  severity: 'warning',
  profile: 'all',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2038',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2038'] },
  fixes: ['safe'],

  problems: function* ({ tree }) {
    for (const site of tree.of('Pipeline')) {
      const { commands, operators } = site.node;
      for (const [i, find] of commands.entries()) {
        const xargs = commands[i + 1];
        if (xargs === undefined || operators[i] !== '|' || !isCalled(find, 'find') || !isCalled(xargs, 'xargs'))
          continue;
        if (has(find, /^-(?:print0|printf|fprint0)$/) || has(xargs, /^-[a-zA-Z]*0|^--null$/)) continue;
        yield {
          start: site.exact ? find.pos : site.start,
          end: site.exact ? (find.name?.end ?? find.end) : site.end,
          message: 'File names with blanks or quotes fall apart on their way to xargs.',
          fixes: fixesOf(site, find, xargs),
        };
      }
    }
  },
});

function isCalled(node: CommandNode, name: string): node is Command {
  if (node.type !== 'Command') return false;
  const own = nameOf(node);
  if (own === undefined || own === name) return own === name;
  const args = argumentsOf(node).map(literalOf);
  const at = runsBehind(own, args);
  return at !== undefined && args[at] === name;
}

function has(command: Command, option: RegExp): boolean {
  return argumentsOf(command).some(({ value }) => option.test(value));
}

/** Only where find prints what it finds by itself, and xargs has no other way of reading. */
function fixesOf(site: Site, find: Command, xargs: Command): readonly ShellFix[] {
  const last = argumentsOf(find).at(-1);
  const name = [xargs.name, ...argumentsOf(xargs)].find((word) => word !== undefined && literalOf(word) === 'xargs');
  if (!site.exact || last === undefined || name === undefined) return [];
  if (
    has(find, /^-(?:exec|ok|print|ls|delete|o|or|fls|fprint|prune|quit)|^,$/) ||
    has(xargs, /^-[a-zA-Z]*[dILEile]|^--(?:delimiter|max-lines|eof|replace)/)
  )
    return [];
  return [
    {
      title: 'Add -print0 and -0',
      safety: 'safe',
      edits: [
        { start: last.end, end: last.end, text: ' -print0', behind: true },
        { start: name.end, end: name.end, text: ' -0', behind: true },
      ],
    },
  ];
}
