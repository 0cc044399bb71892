import type { Fix } from '../../rule.js';
import type { ShellScript } from '../../shell/types.js';
import { plainForm, shellArray } from './execForm.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';

/**
 * Writes a shell-form CMD or ENTRYPOINT in exec form: safe only where the container starts the same program with the
 * same words. Undefined on Windows and for text that is no POSIX shell or does not parse. Never throws.
 */
export function execFix(doc: DockerfileDocument, instruction: Instruction): Fix | undefined {
  const script = doc.scriptOf(instruction);
  if (doc.stageOf(instruction)?.os === 'windows' || script === undefined || script.errors.length > 0) return undefined;
  const plain = plainForm(script);
  if (plain === undefined) {
    const title = 'Change to the exec form of sh -c (check the quoting)';
    return bodyFix(instruction, title, 'unsafe', shellArray(instruction, script));
  }
  const risk = riskOf(doc, instruction, plain);
  const title = 'Change to the exec form';
  return risk === undefined
    ? bodyFix(instruction, title, 'safe', plain)
    : bodyFix(instruction, `${title} (${risk})`, 'unsafe', plain);
}

/** A fix that writes `text` in place of all that stands behind the keyword. */
export function bodyFix({ bodySpan: span }: Instruction, title: string, safety: Fix['safety'], text: string): Fix {
  return { title, safety, edits: () => [{ span, text }] };
}

/**
 * Whether the shell gives way to the program, which then is process 1 and gets the signals: the script ends with
 * `exec PROGRAM`. Never throws.
 */
export function endsWithExec({ commands, simple, errors }: ShellScript): boolean {
  const last = commands.at(-1);
  if (last?.name !== 'exec' || !simple || errors.length > 0) return false;
  return last.args.length > 0 && last.join !== '|' && last.scopes.length === 0;
}

/**
 * What may be different in exec form: a shell-form ENTRYPOINT ignores CMD, a shell-form CMD reaches any entry point as
 * `/bin/sh -c …` (docs.docker.com/reference/dockerfile, "Understand how CMD and ENTRYPOINT interact").
 */
function riskOf(doc: DockerfileDocument, instruction: Instruction, plain: string): string | undefined {
  const stage = doc.stageOf(instruction);
  // The shell's echo and the program of that name read these differently.
  if (/^\["echo", (?:"-|.*\\\\)/.test(plain))
    return 'echo without a shell may print options and backslashes as they stand';
  const together = 'ENTRYPOINT and CMD then run as one command';
  if (stage === undefined || instruction.parent !== undefined) return together;
  if (doc.stages.some(({ entrypoint, cmd }) => entrypoint === instruction && cmd !== undefined)) return together;
  if (instruction.keyword === 'CMD') {
    if (stage.entrypoint !== undefined) return together;
    const { known, baseImage } = stage;
    if (known?.entrypoint !== 'none' && known?.entrypoint !== 'passes')
      return `the entry point of ${baseImage?.familiar ?? 'the base image'} then sees another command`;
  }
  // Only a shell starts a script without a first line that names its interpreter.
  return /^\["[^"]*\.sh"/.test(plain) ? 'the script must begin with #!' : undefined;
}
