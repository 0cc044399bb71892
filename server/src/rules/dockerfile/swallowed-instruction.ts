import { endLine, swallowed } from '../../engine/dockerfile/misread/continuationLines.js';
import { misreadSeverity } from '../../engine/dockerfile/misread/misread.js';
import { instructionFacts } from '../../engine/dockerfile/syntax/tables.js';
import { endsWithPath } from '../../engine/dockerfile/windows/lineEnd.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'swallowed-instruction',
  language: 'dockerfile',
  title: 'End an instruction before the next one begins',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/dockerfile/#escape',
  tags: ['syntax'],
  equivalents: {},
  fixes: ['unsafe'],
  parser: true,

  *check(doc) {
    for (const instruction of doc.syntax.instructions) {
      const found = swallowed(doc, instruction);
      if (found === undefined) continue;
      // Only the model knows Windows, and a text that is read in part has none.
      if (!doc.syntax.limited && endsWithPath(doc, instruction) !== undefined) continue;
      const { keyword, keywordSpan, mark } = found;
      const above = instructionFacts(instruction.keyword) === undefined ? 'line above' : instruction.keyword;
      yield {
        at: keywordSpan,
        message: `The line above ends with ${doc.syntax.escape}, so this ${keyword} is no instruction but part of the ${above}.`,
        severity: misreadSeverity(doc, instruction),
        related: [{ at: mark, message: 'This character joins the lines.' }],
        fixes: [
          {
            title: `Remove the ${doc.syntax.escape} above (${keyword} becomes an instruction)`,
            safety: 'unsafe',
            edits: () => [endLine(doc, mark)],
          },
        ],
      };
    }
  },
});
