import { bodyFix, endsWithExec, execFix } from '../../engine/dockerfile/start/execFix.js';
import { looksLikeArray, repairedArray } from '../../engine/dockerfile/misread/jsonArray.js';
import { unescapedArray } from '../../engine/dockerfile/windows/jsonPaths.js';
import { defineRule, type Fix } from '../../engine/rule.js';

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
    kics: ['Not Using JSON In CMD And ENTRYPOINT Arguments'],
  },
  fixes: ['safe', 'unsafe'],

  *check(doc) {
    const refused = new Set(doc.syntax.problems.map((problem) => problem.instruction));
    for (const instruction of [...doc.byKeyword('CMD'), ...doc.byKeyword('ENTRYPOINT')]) {
      const { body, bodySpan: at, json, keyword } = instruction;
      // Whoever sets SHELL wants it used.
      if (json !== undefined || body.text === '' || doc.shellAt(instruction).instruction !== undefined) continue;
      const script = doc.scriptOf(instruction);
      if (refused.has(instruction) || (script !== undefined && endsWithExec(script))) continue;
      if (unescapedArray(doc, instruction) !== undefined) continue;
      const meant = looksLikeArray(body.text);
      const array = repairedArray(body.text);
      const message = !meant
        ? `In shell form ${keyword} runs under a shell that does not pass on signals, so the container cannot stop cleanly; use the exec form.`
        : `This is not a JSON array (in double quotes, with commas between), so ${keyword} hands it to a shell as it stands.`;
      const fixes = (): Fix | undefined => {
        if (array === undefined) return meant ? undefined : execFix(doc, instruction);
        return bodyFix(instruction, 'Write it as a JSON array (the shell no longer sees it)', 'unsafe', array);
      };
      yield { at, message, fixes };
    }
  },
});
