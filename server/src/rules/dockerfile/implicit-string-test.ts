import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { testsOf } from '../../engine/shell/tests.js';
import type { Word } from '../../engine/shell/unbash/nodes.js';

export default defineShellRule({
  id: 'implicit-string-test',
  title: 'Say what a test asks for',
  severity: 'hint',
  profile: 'all',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2244',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2244'] },
  fixes: ['safe'],

  problems: function* ({ tree }) {
    for (const { site, comparisons, kind } of testsOf(tree)) {
      for (const words of comparisons) {
        const [only] = words;
        if (words.length !== 1 || only === undefined || kind === 'test' || !isVariable(only)) continue;
        const { pos: start, end } = only;
        const quoted = only.parts?.[0]?.type === 'DoubleQuoted';
        yield {
          start: site.exact ? start : site.start,
          end: site.exact ? end : site.end,
          message: 'This asks whether the value is not empty, also where it is 0 or false; -n says so.',
          fixes:
            site.exact && quoted
              ? [{ title: 'Write -n', safety: 'safe', edits: [{ start, end: start, text: '-n ' }] }]
              : [],
        };
      }
    }
  },
});

function isVariable({ parts = [] }: Word): boolean {
  const [only] = parts;
  const inner = only?.type === 'DoubleQuoted' ? only.parts : parts;
  return inner.length === 1 && (inner[0]?.type === 'SimpleExpansion' || inner[0]?.type === 'ParameterExpansion');
}
