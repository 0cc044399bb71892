import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { namedCommands, spanIn } from '../../engine/shell/commandSites.js';
import { literalOf } from '../../engine/shell/names.js';
import { isRecursive, isSystemFolder } from '../../engine/shell/removal.js';

export default defineShellRule({
  id: 'system-folder-removal',
  title: 'Do not remove folders that the system needs',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2114',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2114'] },
  fixes: [],

  problems: function* ({ tree }) {
    for (const { site, name, args } of namedCommands(tree)) {
      if (name !== 'rm' || !isRecursive(args)) continue;
      for (const word of args) {
        const path = literalOf(word);
        if (path === undefined || !isSystemFolder(path) || path === '/root' || path.startsWith('/run')) continue;
        yield {
          ...spanIn(site, word),
          message: `This removes ${path}, and the system with it; a blank may have slipped in.`,
        };
      }
    }
  },
});
