import { declareGlobal, undeclaredGlobals } from '../../engine/dockerfile/variables/globals.js';
import { defineRule } from '../../engine/rule.js';
import { listed } from '../../engine/wording.js';

export default defineRule({
  id: 'undeclared-global-arg',
  language: 'dockerfile',
  title: 'Repeat ARG in each stage that reads an argument from before FROM',
  severity: 'warning',
  profile: 'recommended',
  guide: 'multi-stage-builds',
  link: 'https://docs.docker.com/reference/dockerfile/#scope',
  tags: ['variables'],
  equivalents: { buildkit: ['UndefinedVar'] },
  differs: {
    UndefinedVar: 'The shell text of RUN counts too, where a forgotten ARG is just as empty.',
  },
  fixes: ['unsafe'],

  *check(doc) {
    for (const use of undeclaredGlobals(doc)) {
      const { name, at, global, expanded } = use;
      const { declaration, span } = global;
      const { names, edits } = declareGlobal(doc, use);
      yield {
        at,
        message:
          declaration === undefined
            ? `A stage knows ${name} only behind ARG ${name}, so it is empty here.`
            : `${name} is declared before FROM, and a stage knows it only behind an ARG ${name} of its own, so it is empty here.`,
        related: span === undefined ? [] : [{ at: span, message: `${name} is declared here.` }],
        fixes: [
          {
            title: `Declare ${listed(names)} in this stage (${names.length === 1 ? 'it then has' : 'they then have'} a value)`,
            safety: 'unsafe',
            edits,
          },
        ],
        ...(expanded && use.instruction.parent === undefined ? {} : { equivalents: {} }),
      };
    }
  },
});
