import { memoised } from '../../memo.js';
import type { Fix } from '../../rule.js';
import { insertBefore } from '../edit/instructions.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';

/**
 * What makes a step fail with the first command of a pipe: SHELL with the shell that the base image brings, or
 * `set -o pipefail` where the shell in force knows it. Never throws.
 */
export function pipefailFixes(doc: DockerfileDocument, run: Instruction): readonly Fix[] {
  const stage = doc.stageOf(run);
  const shell = doc.shellAt(run);
  const { family, shells = [] } = stage?.known ?? {};
  const busybox = family === 'alpine' || family === 'busybox' || family === 'wolfi';
  const fixes: Fix[] = [];
  const wanted = busybox
    ? '["/bin/ash", "-eo", "pipefail", "-c"]'
    : shells.includes('bash')
      ? '["/bin/bash", "-o", "pipefail", "-c"]'
      : undefined;
  if (wanted !== undefined && shell.instruction === undefined && (busybox || lastEscape(doc) < run.span.start)) {
    fixes.push({
      title: `Set SHELL ${wanted} above (steps that went on after a failure then stop)`,
      safety: 'unsafe',
      edits: () => insertBefore(doc, run, [`SHELL ${wanted}`]),
    });
  }
  const knows = shell.name === 'bash' || shell.name === 'ash' || (shell.name === 'sh' && busybox);
  if (knows && run.heredocs.length === 0) {
    const { start } = run.bodySpan;
    fixes.push({
      title: 'Begin the step with set -o pipefail (it then stops at such a failure)',
      safety: 'unsafe',
      edits: () => [{ span: { start, end: start }, text: 'set -o pipefail && ' }],
    });
  }
  return fixes;
}

/** Where an echo last prints escape sequences, which the one of dash expands and that of bash does not; -1 without any. */
const lastEscape = memoised((doc: DockerfileDocument): number =>
  doc
    .runsOf('echo')
    .filter(({ args }) => args.some(({ value }) => /\\[abefnrtv0-7xu]/.test(value)) && args[0]?.value !== '-e')
    .reduce((last, { command }) => Math.max(last, command.span.start), -1),
);
