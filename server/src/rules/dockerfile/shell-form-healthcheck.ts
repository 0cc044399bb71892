import { plainForm } from '../../engine/dockerfile/start/execForm.js';
import { unescapedArray } from '../../engine/dockerfile/windows/jsonPaths.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'shell-form-healthcheck',
  language: 'dockerfile',
  title: 'Write plain health checks in exec form',
  severity: 'info',
  profile: 'all',
  guide: 'application-health-check',
  link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  tags: ['health'],
  equivalents: { hadolint: ['DL3025'] },
  fixes: ['safe'],

  *check(doc) {
    const refused = new Set(doc.syntax.problems.map((problem) => problem.instruction));
    for (const instruction of doc.byKeyword('HEALTHCHECK')) {
      const { command, parent } = instruction;
      // Whoever sets SHELL wants it used.
      if (command === undefined || command.json !== undefined || command.body.text === '') continue;
      if (unescapedArray(doc, instruction) !== undefined) continue;
      if (refused.has(instruction) || doc.shellAt(instruction).instruction !== undefined) continue;
      const span = command.body.span(0, command.body.text.length);
      const script = doc.stageOf(instruction)?.os === 'windows' ? undefined : doc.scriptOf(instruction);
      const plain = script?.errors.length === 0 ? plainForm(script) : undefined;
      // Only a shell starts a script without a first line that names its interpreter.
      const same = plain !== undefined && !/^\["(?:[^"]*\.sh|echo)"/.test(plain);
      yield {
        at: span,
        message: 'In shell form each check starts a shell first, so the image must have one; use the exec form.',
        equivalents: parent === undefined ? { hadolint: ['DL3025'] } : {},
        fixes: same ? [{ title: 'Change to the exec form', safety: 'safe', edits: () => [{ span, text: plain }] }] : [],
      };
    }
  },
});
