import { nearest } from '../../engine/didYouMean.js';
import { flagsOf } from '../../engine/dockerfile/syntax/tables.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'unknown-flag',
  language: 'dockerfile',
  title: 'Use only flags that the instruction has',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/dockerfile/#overview',
  tags: ['syntax'],
  equivalents: { hadolint: ['DL1000'] },
  fixes: ['suggestion'],
  parser: true,

  *check(doc) {
    for (const problem of doc.syntax.problems) {
      if (problem.code !== 'unknown-flag') continue;
      const keyword = problem.instruction?.keyword ?? '';
      const flags = flagsOf(keyword);
      const known = nearest(problem.word, flags);
      const hint = known === undefined ? '.' : `; did you mean --${known}?`;
      const flag = `--${shown(problem.word)}`;
      yield {
        at: problem.span,
        message:
          flags.length === 0
            ? `${keyword} takes no flags, so the build stops at ${flag}.`
            : `${keyword} has no flag ${flag}, so the build stops here${hint}`,
        fixes:
          known === undefined
            ? []
            : [
                {
                  title: `Change to --${known}`,
                  safety: 'suggestion',
                  edits: () => [{ span: problem.span, text: `--${known}` }],
                },
              ],
      };
    }
  },
});
