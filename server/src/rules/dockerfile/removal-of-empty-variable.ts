import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { declaredOutside } from '../../engine/dockerfile/shell/outside.js';
import { namedCommands, spanIn } from '../../engine/shell/commandSites.js';
import { variableOf } from '../../engine/shell/names.js';
import { isRecursive, removedWhenEmpty } from '../../engine/shell/removal.js';

export default defineShellRule({
  id: 'removal-of-empty-variable',
  title: 'Keep rm from removing the system when a variable is empty',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2115',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2115'] },
  fixes: ['safe'],
  differs: { SC2115: 'Silent about variables that ARG or ENV gives a value that is not empty.' },

  problems: function* ({ tree }) {
    for (const { site, name, args } of namedCommands(tree)) {
      if (name !== 'rm' || !isRecursive(args)) continue;
      for (const word of args) {
        const removed = removedWhenEmpty(word);
        const variable = removed === undefined ? undefined : variableOf(removed.first);
        if (removed === undefined || variable === undefined) continue;
        const { first, path } = removed;
        const plain =
          first.type === 'SimpleExpansion' || (first.type === 'ParameterExpansion' && first.operation === undefined);
        yield {
          ...spanIn(site, word),
          name: variable,
          message: `When ${variable} is empty, this removes ${path}.`,
          fixes:
            site.exact && plain && /^\w+$/.test(variable)
              ? [
                  {
                    title: `Stop when ${variable} is empty`,
                    safety: 'safe',
                    edits: [{ start: first.pos, end: first.end, text: `\${${variable}:?}` }],
                  },
                ]
              : [],
        };
      }
    }
  },
  keep: ({ name = '' }, unit, doc) =>
    !declaredOutside(name, unit, doc) || (doc.scopeAt(unit.instruction).get(name)?.value ?? '') === '',
});
