import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { namedCommands, spanIn } from '../../engine/shell/commandSites.js';
import type { Word, WordPart } from '../../engine/shell/unbash/nodes.js';

const expansions: ReadonlySet<WordPart['type']> = new Set([
  'SimpleExpansion',
  'ParameterExpansion',
  'CommandExpansion',
]);

export default defineShellRule({
  id: 'variable-in-printf-format',
  title: 'Give printf values as arguments, not in its format',
  severity: 'info',
  profile: 'all',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2059',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2059'] },
  fixes: ['unsafe'],

  problems: function* ({ tree }) {
    for (const { site, name, args } of namedCommands(tree)) {
      if (name !== 'printf') continue;
      const at = args[0]?.value === '--' ? 1 : args[0]?.value === '-v' ? 2 : 0;
      const format = args[at];
      const parts = format === undefined ? [] : flat(format);
      const held = parts.filter(({ type }) => expansions.has(type));
      const [only] = held;
      if (format === undefined || only === undefined || parts.some(({ text }) => text.includes('%s'))) continue;
      const { start, end } = spanIn(site, format);
      const alone =
        args.length === at + 1 && held.length === 1 && parts.every((part) => part === only || !part.text.includes('%'));
      const quoted = format.parts?.length === 1 && format.parts[0]?.type === 'DoubleQuoted';
      yield {
        start,
        end,
        message: 'A percent sign or a backslash in the value changes what printf does; give the value as an argument.',
        fixes:
          site.exact && alone && quoted
            ? [
                {
                  title: 'Give the value as an argument (its escape sequences then stay as they are)',
                  safety: 'unsafe',
                  edits: [
                    { start: only.pos, end: only.end, text: '%s' },
                    { start: end, end, text: ` "${only.text}"`, behind: true },
                  ],
                },
              ]
            : [],
      };
    }
  },
});

function flat({ parts }: Word): readonly WordPart[] {
  return (parts ?? []).flatMap((part): readonly WordPart[] => (part.type === 'DoubleQuoted' ? part.parts : [part]));
}
