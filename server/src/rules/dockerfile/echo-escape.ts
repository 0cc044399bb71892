import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { namedCommands, spanIn } from '../../engine/shell/commandSites.js';
import { literalOf } from '../../engine/shell/names.js';
import type { Word } from '../../engine/shell/unbash/nodes.js';

const escape = /\\(?:[abefnrtv]|0[0-7]|[1-7][0-7]|x[0-9a-fA-F]|u[0-9a-fA-F])/;

export default defineShellRule({
  id: 'echo-escape',
  title: 'Print escape sequences with printf',
  severity: 'info',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2028',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2028'] },
  fixes: ['unsafe'],
  differs: { SC2028: 'Silent where /bin/sh is known to be dash, whose echo expands escape sequences.' },

  problems: function* ({ tree, dialect }) {
    if (dialect === 'dash') return;
    for (const { site, name, args } of namedCommands(tree)) {
      if (name !== 'echo' || args.some(({ value }) => /^-[a-zA-Z]*e/.test(value))) continue;
      const word = args.find(hasEscape);
      if (word === undefined) continue;
      const [only] = args;
      const format = only === undefined ? undefined : literalOf(only);
      const simple = args.length === 1 && format !== undefined && !format.includes('%') && site.exact;
      const at = site.node.name;
      yield {
        ...spanIn(site, word),
        message: `${dialect === 'sh' ? 'Some shells print' : 'The shell prints'} this backslash as it is, since echo need not read escape sequences; printf always does.`,
        fixes:
          simple && at?.text === 'echo' && word.text.endsWith(quoteOf(word))
            ? [
                {
                  title: 'Print it with printf (the escape sequences then count)',
                  safety: 'unsafe',
                  edits: [
                    { start: at.pos, end: at.end, text: 'printf' },
                    { start: word.end - 1, end: word.end - 1, text: '\\n' },
                  ],
                },
              ]
            : [],
      };
    }
  },
});

function hasEscape({ value, parts }: Word): boolean {
  return parts === undefined
    ? escape.test(value)
    : parts.some(
        (part) =>
          'text' in part &&
          part.type !== 'AnsiCQuoted' &&
          escape.test(part.type === 'SingleQuoted' ? part.value : part.text),
      );
}

/** The quote that all of a word stands in; a character that no text ends with for others. */
function quoteOf({ parts }: Word): string {
  const [only] = parts ?? [];
  if (parts?.length !== 1) return '\0';
  return only?.type === 'SingleQuoted' ? "'" : only?.type === 'DoubleQuoted' ? '"' : '\0';
}
