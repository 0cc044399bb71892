import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { spanIn } from '../../engine/shell/commandSites.js';
import { testsOf } from '../../engine/shell/tests.js';

export default defineShellRule({
  id: 'joined-test',
  title: 'Join tests with && and ||',
  severity: 'hint',
  profile: 'all',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2166',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2166'] },
  fixes: ['unsafe'],

  problems: function* ({ tree }) {
    for (const { site, joins, kind } of testsOf(tree)) {
      for (const word of joins) {
        const operator = word.text === '-a' ? '&&' : '||';
        const [open, close] = kind === '[' ? ['[ ', ' ]'] : ['test ', ''];
        yield {
          ...spanIn(site, word),
          message: `Shells read ${word.text} in different ways when a value looks like an operator; two tests joined by ${operator} are clear.`,
          fixes:
            site.exact &&
            joins.length === 1 &&
            !/\\[()]|['"][()!]/.test(tree.text.slice(site.start, site.end)) &&
            site.parent?.node.type !== 'Pipeline'
              ? [
                  {
                    title: `Write two tests with ${operator}`,
                    safety: 'unsafe',
                    edits: [
                      {
                        start: word.pos,
                        end: word.end,
                        text: `${close.trim()}${close === '' ? '' : ' '}${operator} ${open.trim()}`,
                      },
                    ],
                  },
                ]
              : [],
        };
      }
    }
  },
});
