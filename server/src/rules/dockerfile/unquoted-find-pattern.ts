import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { namedCommands, spanIn } from '../../engine/shell/commandSites.js';
import { isGlob, quoteFixes } from '../../engine/shell/globs.js';

const withPattern = /^-(?:i?name|i?path|i?wholename|i?regex|i?lname)$/;

export default defineShellRule({
  id: 'unquoted-find-pattern',
  title: 'Quote the patterns of find',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2061',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2061'] },
  fixes: ['unsafe'],

  problems: function* ({ tree }) {
    for (const { site, name, args } of namedCommands(tree)) {
      if (name !== 'find') continue;
      for (const [i, word] of args.entries()) {
        if (!withPattern.test(args[i - 1]?.value ?? '') || !isGlob(word)) continue;
        yield {
          ...spanIn(site, word),
          message: 'The shell puts the names of matching files here before find sees the pattern.',
          fixes: quoteFixes(site, word),
        };
      }
    }
  },
});
