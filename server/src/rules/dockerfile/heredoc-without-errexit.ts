import { unitsOfRun } from '../../engine/dockerfile/shell/pipes.js';
import type { ShellUnit } from '../../engine/dockerfile/shell/units.js';
import { defineRule } from '../../engine/rule.js';
import type { Heredoc, Instruction } from '../../engine/dockerfile/syntax/types.js';
import { stopsAtFailure } from '../../engine/shell/errexit.js';
import { nameOf } from '../../engine/shell/names.js';
import type { Statement } from '../../engine/shell/unbash/nodes.js';

const harmless: ReadonlySet<string | undefined> = new Set([
  'echo',
  'printf',
  'set',
  'export',
  'true',
  ':',
  'local',
  'alias',
  'umask',
  'shopt',
]);

export default defineRule({
  id: 'heredoc-without-errexit',
  language: 'dockerfile',
  title: 'Let a here-document stop at the first failure',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/dockerfile/#example-running-a-multi-line-script',
  tags: ['shell'],
  equivalents: {},
  fixes: ['unsafe'],

  *check(doc) {
    for (const run of doc.byKeyword('RUN')) {
      if (run.heredocs.length === 0) continue;
      for (const unit of unitsOfRun(doc, run)) {
        const heredoc = heredocOf(run, unit);
        if (heredoc === undefined || stopsAtFailure(unit.tree) || !unit.tree.whole) continue;
        if (!unit.tree.text.startsWith('#!') && doc.shellAt(run).words.some((word) => /^-[a-z]*e/.test(word))) continue;
        // `RUN <<EOF bash -e`
        if (
          doc
            .scriptOf(run)
            ?.commands.some(
              ({ args, redirects }) => redirects.length > 0 && args.some(({ value }) => /^-[a-z]*e/.test(value)),
            )
        )
          continue;
        if (!unit.tree.script.commands.slice(0, -1).some(mayFail)) continue;
        const indent = /^[ \t]*/.exec(doc.source.slice(heredoc.bodySpan))?.[0] ?? '';
        const body = doc.source.slice(heredoc.bodySpan);
        const at = heredoc.bodySpan.start + (unit.tree.text.startsWith('#!') ? body.indexOf('\n') + 1 : 0);
        yield {
          at: heredoc.span,
          message:
            'Only the last command of this here-document can fail the step; the build goes on after any other failure.',
          fixes: [
            {
              title: 'Begin it with set -e (any failure then stops the build)',
              safety: 'unsafe',
              edits: () => [{ span: { start: at, end: at }, text: `${indent}set -e${doc.source.eol}` }],
            },
          ],
        };
      }
    }
  },
});

/** The here-document that is the text of a unit. */
function heredocOf({ heredocs }: Instruction, { text }: ShellUnit): Heredoc | undefined {
  const start = text.offset(0);
  return heredocs.find(({ bodySpan }) => bodySpan.start <= start && start < bodySpan.end);
}

function mayFail({ command }: Statement): boolean {
  if (command.type === 'Function') return false;
  return command.type !== 'Command' || (command.name !== undefined && !harmless.has(nameOf(command)));
}
