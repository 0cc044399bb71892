import { swallowed, withoutBlankLines } from '../../engine/dockerfile/misread/continuationLines.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'empty-continuation-line',
  language: 'dockerfile',
  title: 'Leave no blank line inside an instruction',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/build-checks/no-empty-continuation/',
  tags: ['syntax'],
  equivalents: { buildkit: ['NoEmptyContinuation'] },
  fixes: ['safe'],
  parser: true,

  *check(doc) {
    for (const instruction of doc.syntax.instructions) {
      const { blankLines, continuations, keyword } = instruction;
      const [first] = blankLines;
      if (first === undefined) continue;
      const mark = continuations.findLast(({ start }) => start < first.start);
      yield {
        at: { start: mark?.start ?? first.start, end: first.end },
        message: `The ${keyword} goes on behind this blank line, which hides where it ends and which Docker will refuse one day.`,
        // Where an instruction was swallowed, the blank line is right and the escape character is not.
        fixes:
          swallowed(doc, instruction) === undefined
            ? [{ title: 'Remove the blank lines', safety: 'safe', edits: () => withoutBlankLines(doc, instruction) }]
            : [],
      };
    }
  },
});
