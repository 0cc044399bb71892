import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import type { DoubleQuotedPart } from '../../engine/shell/unbash/nodes.js';

export default defineShellRule({
  id: 'quote-gap',
  title: 'Escape quotes inside quotes',
  severity: 'info',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2140',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2140'] },
  fixes: ['unsafe'],

  problems: function* ({ tree }) {
    for (const site of tree.of('Word')) {
      const { parts = [] } = site.node;
      for (let i = 1; i + 1 < parts.length; i++) {
        const [before, gap, after] = [parts[i - 1], parts[i], parts[i + 1]];
        if (before?.type !== 'DoubleQuoted' || gap?.type !== 'Literal' || after?.type !== 'DoubleQuoted') continue;
        if (isSeparator(gap.text) || (isOneValue(before) && isOneValue(after))) continue;
        yield {
          start: site.exact ? gap.pos : site.start,
          end: site.exact ? gap.end : site.end,
          message: 'The quotes around this end and begin the ones outside, so they do not reach the command.',
          fixes: site.exact
            ? [
                {
                  title: 'Escape the quotes (they then reach the command)',
                  safety: 'unsafe',
                  edits: [
                    { start: before.end - 1, end: before.end, text: '\\"' },
                    { start: after.pos, end: after.pos + 1, text: '\\"' },
                  ],
                },
              ]
            : [],
        };
        i++;
      }
    }
  },
});

/** `"$a"/"$b"`: a separator between two quoted parts is meant. */
function isSeparator(text: string): boolean {
  return text === '=' || text === ':' || text === '/';
}

/** `"$a"-"$b"`: the quotes are there for the values. */
function isOneValue({ parts }: DoubleQuotedPart): boolean {
  return parts.length === 1 && parts[0]?.type !== 'Literal';
}
