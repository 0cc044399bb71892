import { declaredOutside } from '../../engine/dockerfile/shell/outside.js';
import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { assignmentsOf } from '../../engine/shell/flow/assignments.js';
import { isShellsOwn } from '../../engine/shell/ownVariables.js';
import { readsOwnSyntax } from '../../engine/shell/ownSyntax.js';
import { above, isQuoted } from '../../engine/shell/tree.js';

/** What would be expanded in double quotes; `$` at the end or before a blank is only a dollar sign. */
const expansion = /\$[{(0-9a-zA-Z_]|`[^`]+`/;
/** The variables that it would read; those with capitals only may come from the base image. */
const named = /\$(?:\{[!#]?|\(\([^)]*?)?(\w+)/g;
/** In a sed script `$d` and `${` address the last line. */
const lastLine = /\$[{dpsaic](?:$|[^a-zA-Z])/;

export default defineShellRule({
  id: 'single-quoted-expansion',
  title: 'Put what the shell shall expand in double quotes',
  severity: 'hint',
  profile: 'all',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2016',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2016'] },
  fixes: ['unsafe'],
  differs: { SC2016: 'Silent where a shell, perhaps behind gosu, su or xargs, or envsubst reads the text.' },

  problems: function* ({ tree }) {
    for (const site of tree.of('SingleQuoted')) {
      const { node, start, end, exact } = site;
      if (!expansion.test(node.value) || isQuoted(site)) continue;
      const command = above(site, 'Command');
      const by = command === undefined ? undefined : readsOwnSyntax(command, site);
      if (by === true || (by === 'sed' && lastLine.test(node.value))) continue;
      const plain = exact && !/["\\!]/.test(node.value);
      yield {
        start,
        end,
        name: [...node.value.matchAll(named)].map(([, name]) => name).join(' '),
        message: 'In single quotes this stays as it is; in double quotes the shell would put the value in its place.',
        fixes: plain
          ? [
              {
                title: 'Write double quotes (the shell then expands it)',
                safety: 'unsafe',
                edits: [
                  { start, end: start + 1, text: '"' },
                  { start: end - 1, end, text: '"' },
                ],
              },
            ]
          : [],
      };
    }
  },
  // What nothing sets would be empty in double quotes.
  keep: (problem, unit, doc) => {
    const names = problem.name?.split(' ').filter((name) => name !== '') ?? [];
    if (names.length === 0) return true;
    const set = new Set(assignmentsOf(unit.tree).map(({ name }) => name));
    const isSet = (name: string): boolean => set.has(name) || isShellsOwn(name) || declaredOutside(name, unit, doc);
    // An ARG above the first FROM is not known here, and not meant for another variable either.
    const [first] = doc.stages;
    const mayBeSet = (name: string): boolean =>
      /^[A-Z_][A-Z\d_]*$/.test(name) && (first === undefined || doc.scopeAt(first.from).get(name) === undefined);
    return names.every((name) => isSet(name) || mayBeSet(name)) ? true : { ...problem, fixes: [] };
  },
});
