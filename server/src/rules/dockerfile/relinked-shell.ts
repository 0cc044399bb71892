import { keywordLike } from '../../engine/dockerfile/edit/instructions.js';
import { outermost } from '../../engine/dockerfile/model/outermost.js';
import { defineRule } from '../../engine/rule.js';
import { operands } from '../../engine/shell/options.js';

export default defineRule({
  id: 'relinked-shell',
  language: 'dockerfile',
  title: 'Choose the shell with SHELL, not by a link',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/dockerfile/#shell',
  tags: ['shell'],
  equivalents: { hadolint: ['DL4005'], kics: ['Changing Default Shell Using RUN Command'] },
  fixes: ['unsafe'],

  *check(doc) {
    for (const run of doc.runsOf('ln')) {
      const [source, target] = operands(run, ['-S', '-t', '--suffix', '--target-directory']);
      if (target?.value !== '/bin/sh') continue;
      const { instruction } = run.command;
      const outer = outermost(instruction);
      const alone =
        doc.commandsOf(instruction).length === 1 && instruction.heredocs.length === 0 && outer === instruction;
      const path = source?.value ?? '';
      const shell = path.startsWith('/') ? path : `/bin/${path}`;
      const fixable =
        alone &&
        source?.literal === true &&
        /^\/?[\w/.-]*\b(?:ba|z|a|da)sh$/.test(path) &&
        instruction.flags.length === 0;
      yield {
        at: target.span,
        message:
          'Programs that expect the shell of the system at /bin/sh may break; SHELL chooses one for the build alone.',
        fixes: fixable
          ? [
              {
                title: `Write SHELL (/bin/sh itself then stays as it is)`,
                safety: 'unsafe',
                edits: () => [{ span: outer.span, text: `${keywordLike(doc, 'SHELL')} ["${shell}", "-c"]` }],
              },
            ]
          : [],
      };
    }
  },
});
