import type { DockerfileDocument } from '../../engine/dockerfile/model/types.js';
import type { Instruction } from '../../engine/dockerfile/syntax/types.js';
import type { Fix } from '../../engine/rule.js';
import { defineRule } from '../../engine/rule.js';
import { execForm } from '../../engine/shell/quote.js';

/** Commands that only a shell knows, or that do something else outside one. */
const builtins =
  /^(\.|:|alias|bg|cd|command|eval|exit|export|fg|read|readonly|set|shift|source|time|times|trap|type|ulimit|umask|unalias|unset|wait)$/;

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
    for (const instruction of [...doc.byKeyword('CMD'), ...doc.byKeyword('ENTRYPOINT')]) {
      const { body, json, keyword } = instruction;
      // Whoever sets SHELL wants it used.
      if (json !== undefined || body.text === '' || doc.shellAt(instruction).instruction !== undefined) continue;
      yield {
        at: instruction.bodySpan,
        message: `In shell form ${keyword} runs under a shell that does not pass on signals, so the container cannot stop cleanly; use the exec form.`,
        fixes: [fix(doc, instruction)].filter((f) => f !== undefined),
      };
    }
  },
});

function fix(doc: DockerfileDocument, instruction: Instruction): Fix | undefined {
  const stage = doc.stageOf(instruction);
  const script = doc.scriptOf(instruction);
  if (stage?.os === 'windows' || script === undefined || script.errors.length > 0) return undefined;
  const text = instruction.body.text;
  const only = script.commands.length === 1 ? script.commands[0] : undefined;
  const inPlace = (title: string, safety: Fix['safety'], form: string): Fix => ({
    title,
    safety,
    edits: () => [{ span: instruction.bodySpan, text: form }],
  });

  if (only !== undefined && script.simple && !builtins.test(only.name ?? '.')) {
    const plain = execForm(only.name === 'exec' ? { ...only, words: only.words.slice(1) } : only);
    if (plain !== undefined) {
      return keepsMeaning(doc, instruction)
        ? inPlace('Change to the exec form', 'safe', plain)
        : inPlace('Change to the exec form (ENTRYPOINT and CMD then run as one command)', 'unsafe', plain);
    }
  }
  // `exec` makes the program take the shell's place and get the signals.
  const replace =
    only !== undefined &&
    script.simple &&
    only.assignments.length === 0 &&
    !/^(exec$|\.)/.test(only.name ?? '') &&
    !builtins.test(only.name ?? '.');
  return inPlace(
    'Change to the exec form of sh -c (check the quoting)',
    'unsafe',
    JSON.stringify(['/bin/sh', '-c', replace ? `exec ${text}` : text]).replaceAll('","', '", "'),
  );
}

/** A shell-form ENTRYPOINT ignores CMD, and a shell-form CMD behind an ENTRYPOINT is passed as `sh -c`: not so in exec form. */
function keepsMeaning(doc: DockerfileDocument, instruction: Instruction): boolean {
  const stage = doc.stageOf(instruction);
  if (stage === undefined || instruction.parent !== undefined) return false;
  return instruction.keyword === 'CMD' ? stage.entrypoint === undefined : stage.cmd === undefined;
}
