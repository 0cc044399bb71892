import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';

export default defineShellRule({
  id: 'backtick-substitution',
  title: 'Write $(…) instead of backticks',
  severity: 'hint',
  profile: 'all',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2006',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2006'] },
  fixes: ['safe'],

  problems: function* ({ tree }) {
    for (const { node, start, end, exact } of tree.of('CommandExpansion')) {
      if (!exact || !node.text.startsWith('`')) continue;
      // Inside backticks, backslashes mean something else than inside $(…).
      const plain = !node.text.includes('\\');
      yield {
        start,
        end,
        message: 'Backticks are hard to read and to nest; $(…) does the same.',
        fixes: plain
          ? [
              {
                title: 'Write $(…)',
                safety: 'safe',
                edits: [
                  { start, end: start + 1, text: '$(' },
                  { start: end - 1, end, text: ')' },
                ],
              },
            ]
          : [],
      };
    }
  },
});
