import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { isExitStatus, zeroTests } from '../../engine/shell/exitStatus.js';

export default defineShellRule({
  id: 'indirect-exit-status',
  title: 'Test a command itself, not $?',
  severity: 'hint',
  profile: 'all',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2181',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2181'] },
  fixes: [],

  problems: function* ({ tree }) {
    for (const { site, words } of zeroTests(tree)) {
      const word = words.find(isExitStatus);
      if (word === undefined) continue;
      yield {
        start: site.exact ? word.pos : site.start,
        end: site.exact ? word.end : site.end,
        message:
          'Whatever is added in front of this test later changes what it asks; "if command; then" cannot go wrong.',
      };
    }
  },
});
