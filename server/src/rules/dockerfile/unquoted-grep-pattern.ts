import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { namedCommands, spanIn } from '../../engine/shell/commandSites.js';
import { isGlob, quoteFixes } from '../../engine/shell/globs.js';
import type { Word } from '../../engine/shell/unbash/nodes.js';

export default defineShellRule({
  id: 'unquoted-grep-pattern',
  title: 'Quote the pattern of grep',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2062',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2062'] },
  fixes: ['unsafe'],

  problems: function* ({ tree }) {
    for (const { site, name, args } of namedCommands(tree)) {
      const word =
        name === 'grep' || name === 'egrep' || name === 'fgrep' || name === 'zgrep' ? patternOf(args) : undefined;
      if (word === undefined || !isGlob(word)) continue;
      yield {
        ...spanIn(site, word),
        message: 'The shell puts the names of matching files here before grep sees the pattern.',
        fixes: quoteFixes(site, word),
      };
    }
  },
});

/** The value of -e, or the first word that is no option; options with a value keep it joined or are left alone. */
function patternOf(args: readonly Word[]): Word | undefined {
  for (const [i, { value }] of args.entries()) {
    if (value === '-e' || value === '--regexp') return args[i + 1];
    if (value === '-f' || value === '--file') return undefined;
  }
  for (let i = 0; i < args.length; i++) {
    const word = args[i];
    if (word === undefined || word.value === '--') return args[i + 1];
    if (/^-[ABCdDm]$/.test(word.value)) i++;
    else if (!word.value.startsWith('-')) return word;
  }
  return undefined;
}
