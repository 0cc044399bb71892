import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { namedCommands, spanIn } from '../../engine/shell/commandSites.js';
import { literalOf } from '../../engine/shell/names.js';

/** They take no options where a name may stand. */
const harmless: ReadonlySet<string> = new Set(['echo', 'printf']);

export default defineShellRule({
  id: 'option-like-glob',
  title: 'Keep file names from being read as options',
  severity: 'info',
  profile: 'all',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2035',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2035'] },
  fixes: ['unsafe'],

  problems: function* ({ tree }) {
    for (const { site, name, args } of namedCommands(tree)) {
      if (harmless.has(name) || args.some((word) => literalOf(word) === '--')) continue;
      for (const word of args) {
        const [first] = word.parts ?? [];
        if (first?.type !== 'Glob' || (first.kind !== 'star' && first.kind !== 'question')) continue;
        const { start, end } = spanIn(site, word);
        yield {
          start,
          end,
          message: `A file whose name starts with "-" becomes an option of ${name} here.`,
          fixes: site.exact
            ? [
                {
                  title: 'Write ./ in front (the names then begin with it)',
                  safety: 'unsafe',
                  edits: [{ start, end: start, text: './' }],
                },
              ]
            : [],
        };
      }
    }
  },
});
