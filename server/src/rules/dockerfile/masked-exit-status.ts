import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { holdsCommand } from '../../engine/shell/holdsCommand.js';
import { nameOf } from '../../engine/shell/names.js';
import type { ShellFix } from '../../engine/shell/problem.js';
import type { Site } from '../../engine/shell/tree.js';
import type { Assignment } from '../../engine/shell/unbash/nodes.js';

const declares: ReadonlySet<string | undefined> = new Set(['export', 'local', 'declare', 'typeset', 'readonly']);

export default defineShellRule({
  id: 'masked-exit-status',
  title: 'Assign the output of a command before you export it',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2155',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2155'] },
  fixes: ['unsafe'],

  problems: function* ({ tree }) {
    for (const site of tree.of('Assignment')) {
      const { node, parent } = site;
      const command = parent?.node.type === 'Command' ? parent.node : undefined;
      const name = command === undefined ? undefined : nameOf(command);
      if (command === undefined || !declares.has(name) || !command.suffix.includes(node)) continue;
      if (!holdsCommand(node.value)) continue;
      const start = site.exact ? node.pos : site.start;
      const end = site.exact ? node.pos + node.name.length : site.end;
      yield {
        start,
        end,
        message: `The build goes on when the command fails that gives ${node.name} its value, because ${name ?? 'the declaration'} itself succeeds.`,
        fixes: isAlone(site) ? [splitFix(site, name ?? '')] : [],
      };
    }
  },
});

/** `export X=…` and nothing else, in a list where another command may stand in front. */
function isAlone({ node, parent, exact }: Site<Assignment>): boolean {
  if (!exact || parent?.node.type !== 'Command' || parent.node.suffix.length !== 1) return false;
  const around = parent.parent?.node;
  if (parent.node.prefix.length > 0 || node.append === true) return false;
  return around?.type === 'Statement' || (around?.type === 'AndOr' && !around.operators.includes('||'));
}

function splitFix({ node, parent }: Site<Assignment>, by: string): ShellFix {
  const start = parent?.start ?? node.pos;
  return {
    title: `Assign first, ${by} then (a failure then stops the build)`,
    safety: 'unsafe',
    edits: [
      { start, end: node.pos, text: '' },
      { start: node.end, end: node.end, text: ` && ${by} ${node.name}`, behind: true },
    ],
  };
}
