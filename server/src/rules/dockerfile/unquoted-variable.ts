import { declaredOutside } from '../../engine/dockerfile/shell/outside.js';
import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { contentsOf } from '../../engine/shell/flow/walk.js';
import { isCommandName, isLikelyList, isQuoteFree } from '../../engine/shell/quoting.js';
import { variableOf } from '../../engine/shell/names.js';

export default defineShellRule({
  id: 'unquoted-variable',
  title: 'Quote variables in shell commands',
  severity: 'info',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2086',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2086'] },
  fixes: ['unsafe'],

  problems: function* ({ tree, dialect }) {
    const contents = contentsOf(tree);
    if (contents === undefined) return;
    for (const site of [...tree.of('SimpleExpansion'), ...tree.of('ParameterExpansion')]) {
      const { node, start, end, exact } = site;
      const name = variableOf(node);
      if (name === undefined || name === '@' || (node.type === 'ParameterExpansion' && node.index !== undefined))
        continue;
      if (isQuoteFree(site, dialect === 'bash' || dialect === 'ksh') || isCommandName(site)) continue;
      const content = contents.get(node);
      if (content === 'plain') continue;
      yield {
        start,
        end,
        ...(content === 'outside' ? { name } : {}),
        message: `Without quotes, a value of ${node.text} with blanks or wildcards falls apart into several words.`,
        fixes:
          exact && !isLikelyList(site, name)
            ? [
                {
                  title: `Write "${node.text}" (an empty value or one of several words is then one word)`,
                  safety: 'unsafe',
                  edits: [
                    { start, end: start, text: '"' },
                    { start: end, end, text: '"', behind: true },
                  ],
                },
              ]
            : [],
      };
    }
  },
  keep: ({ name }, unit, doc) => name === undefined || !declaredOutside(name, unit, doc),
});
