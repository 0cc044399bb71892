import type { DockerfileDocument } from '../../engine/dockerfile/model/types.js';
import type { Instruction } from '../../engine/dockerfile/syntax/types.js';
import type { Fix } from '../../engine/rule.js';
import { plainForm, shellArray } from '../../engine/dockerfile/execForm.js';
import { looksLikeArray, repairedArray } from '../../engine/dockerfile/jsonArray.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'shell-form-command',
  language: 'dockerfile',
  title: 'Start the container with the exec form',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference#exec-form-and-shell-form',
  link: 'https://docs.docker.com/reference/build-checks/json-args-recommended/',
  tags: ['signals'],
  equivalents: {
    hadolint: ['DL3025'],
    buildkit: ['JSONArgsRecommended'],
    kics: ['JSON Instead Of Shell Form', 'Not Using JSON In CMD And ENTRYPOINT Arguments'],
  },
  fixes: ['safe', 'unsafe'],

  *check(doc) {
    const refused = new Set(doc.syntax.problems.map((problem) => problem.instruction));
    for (const instruction of [...doc.byKeyword('CMD'), ...doc.byKeyword('ENTRYPOINT')]) {
      const { body, bodySpan: at, json, keyword } = instruction;
      // Whoever sets SHELL wants it used.
      if (json !== undefined || body.text === '' || doc.shellAt(instruction).instruction !== undefined) continue;
      if (refused.has(instruction)) continue;
      const meant = looksLikeArray(body.text);
      const array = repairedArray(body.text);
      const message = !meant
        ? `In shell form ${keyword} runs under a shell that does not pass on signals, so the container cannot stop cleanly; use the exec form.`
        : `This is not a JSON array (in double quotes, with commas between), so ${keyword} hands it to a shell as it stands.`;
      const fix =
        array === undefined
          ? meant
            ? undefined
            : execFix(doc, instruction)
          : inPlace(instruction, 'Write it as a JSON array (the shell no longer sees it)', 'unsafe', array);
      yield { at, message, fixes: fix === undefined ? [] : [fix] };
    }
  },
});

function execFix(doc: DockerfileDocument, instruction: Instruction): Fix | undefined {
  const script = doc.scriptOf(instruction);
  if (doc.stageOf(instruction)?.os === 'windows' || script === undefined || script.errors.length > 0) return undefined;
  const plain = plainForm(script);
  if (plain === undefined) {
    return inPlace(
      instruction,
      'Change to the exec form of sh -c (check the quoting)',
      'unsafe',
      shellArray(instruction, script),
    );
  }
  if (!keepsMeaning(doc, instruction)) {
    return inPlace(
      instruction,
      'Change to the exec form (ENTRYPOINT and CMD then run as one command)',
      'unsafe',
      plain,
    );
  }
  // Only a shell starts a script without a first line that names its interpreter.
  return /^\["[^"]*\.sh"/.test(plain)
    ? inPlace(instruction, 'Change to the exec form (the script must begin with #!)', 'unsafe', plain)
    : inPlace(instruction, 'Change to the exec form', 'safe', plain);
}

function inPlace({ bodySpan: span }: Instruction, title: string, safety: Fix['safety'], text: string): Fix {
  return { title, safety, edits: () => [{ span, text }] };
}

/** A shell-form ENTRYPOINT ignores CMD, and a shell-form CMD behind an ENTRYPOINT is passed as `sh -c`: not so in exec form. */
function keepsMeaning(doc: DockerfileDocument, instruction: Instruction): boolean {
  const stage = doc.stageOf(instruction);
  if (stage === undefined || instruction.parent !== undefined) return false;
  return instruction.keyword === 'CMD' ? stage.entrypoint === undefined : stage.cmd === undefined;
}
