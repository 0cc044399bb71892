import { declaredOutside } from '../../engine/dockerfile/shell/outside.js';
import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { assignmentsOf, type Assigned } from '../../engine/shell/flow/assignments.js';
import { referencesOf } from '../../engine/shell/flow/references.js';
import { holdsCommand } from '../../engine/shell/holdsCommand.js';
import { isShellsOwn } from '../../engine/shell/ownVariables.js';
import type { ShellFix } from '../../engine/shell/problem.js';
import type { Assignment } from '../../engine/shell/unbash/nodes.js';

export default defineShellRule({
  id: 'unused-shell-variable',
  title: 'Use or export the variables that you set in a RUN',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2034',
  tags: ['shell', 'unnecessary'],
  equivalents: { shellcheck: ['SC2034'] },
  fixes: ['unsafe'],
  differs: {
    SC2034: 'Silent where the text reads another script or exports everything, since the variable may be used there.',
  },

  problems: function* ({ tree }) {
    const { all, hidden, open } = referencesOf(tree);
    if (open) return;
    const used = new Set(all.map(({ name }) => name));
    const last = new Map<string, Assigned>();
    for (const assigned of assignmentsOf(tree)) {
      if (assigned.kind !== 'unset' && assigned.kind !== 'export') last.set(assigned.name, assigned);
    }
    for (const [name, { start, end, kind, site }] of last) {
      if (used.has(name) || hidden.has(name) || name.startsWith('_') || isShellsOwn(name)) continue;
      const command = site.parent?.node;
      const alone = kind === 'assignment' && command?.type === 'Command' && command.prefix.length === 1;
      yield {
        start,
        end,
        name,
        message: `Nothing in this RUN reads ${name}, and commands do not see it unless it is exported.`,
        fixes:
          alone && site.exact && site.node.type === 'Assignment'
            ? [
                {
                  title: 'Export it (the commands that follow then see it)',
                  safety: 'unsafe',
                  edits: [exported(site.node, start)],
                },
              ]
            : [],
      };
    }
  },
  keep: ({ name = '' }, unit, doc) => !declaredOutside(name, unit, doc),
});

/** In a command of its own behind a value that a command makes, whose failure it would hide. */
function exported({ name, value, end }: Assignment, start: number): ShellFix['edits'][number] {
  if (!holdsCommand(value)) return { start, end: start, text: 'export ' };
  return { start: end, end, text: ` && export ${name}`, behind: true };
}
