import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { namedCommands, spanIn } from '../../engine/shell/commandSites.js';

export default defineShellRule({
  id: 'which-command',
  title: 'Find programs with command -v',
  severity: 'hint',
  profile: 'all',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2230',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2230'] },
  fixes: ['unsafe'],

  problems: function* ({ tree }) {
    for (const { site, name, args } of namedCommands(tree)) {
      const word = site.node.name;
      if (name !== 'which' || word === undefined || word.value !== 'which') continue;
      const plain = args.length === 1 && args[0]?.value.startsWith('-') === false;
      yield {
        ...spanIn(site, word),
        message: 'Many images have no which; command -v is part of every shell.',
        fixes:
          site.exact && plain
            ? [
                {
                  title: 'Write command -v (it also knows functions and built-in commands)',
                  safety: 'unsafe',
                  edits: [{ start: word.pos, end: word.end, text: 'command -v' }],
                },
              ]
            : [],
      };
    }
  },
});
