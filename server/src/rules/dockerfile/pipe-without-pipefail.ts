import { pipefailFixes } from '../../engine/dockerfile/shell/pipefailFixes.js';
import { unseenPipe, unseenPipeInString } from '../../engine/dockerfile/shell/pipes.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'pipe-without-pipefail',
  language: 'dockerfile',
  title: 'Let a step fail when a command in front of a pipe fails',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/build/building/best-practices/#using-pipes',
  tags: ['shell'],
  equivalents: { hadolint: ['DL4006'], kics: ['Shell Running A Pipe Without Pipefail Flag'] },
  fixes: ['unsafe'],
  differs: {
    DL4006:
      'Sees an inherited SHELL, "set -o pipefail" in the step and the shell of a here-document, and leaves "yes |" alone, which pipefail would break.',
  },

  *check(doc) {
    for (const run of doc.byKeyword('RUN')) {
      if (run.parent !== undefined) continue;
      const at = run.json === undefined ? unseenPipe(doc, run) : unseenPipeInString(doc, run);
      if (at === undefined) continue;
      yield {
        at,
        message: 'When the command in front of this pipe fails, the step succeeds all the same and the build goes on.',
        fixes: () => (run.json === undefined ? pipefailFixes(doc, run) : []),
      };
    }
  },
});
