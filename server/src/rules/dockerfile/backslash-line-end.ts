import { misreadSeverity } from '../../engine/dockerfile/misread/misread.js';
import { doubled, endsWithPath, withBacktick } from '../../engine/dockerfile/windows/lineEnd.js';
import { defineRule, type Fix } from '../../engine/rule.js';

export default defineRule({
  id: 'backslash-line-end',
  language: 'dockerfile',
  title: 'End no line with the backslash of a Windows path',
  severity: 'error',
  profile: 'recommended',
  guide: 'windows-containers',
  link: 'https://docs.docker.com/reference/dockerfile/#escape',
  tags: ['windows', 'syntax'],
  equivalents: {},
  fixes: ['unsafe'],

  *check(doc) {
    for (const instruction of doc.syntax.instructions) {
      const found = endsWithPath(doc, instruction);
      if (found === undefined) continue;
      const edits = doubled(doc, instruction, found);
      const fixes: Fix[] = [];
      if (edits !== undefined) {
        fixes.push({
          title: 'Double the backslashes of the path (it then ends here)',
          safety: 'unsafe',
          edits: () => edits,
        });
      }
      const directive = withBacktick(doc);
      if (directive !== undefined) {
        fixes.push({
          title: 'Make ` the escape character of the whole file (backslashes are then plain)',
          safety: 'unsafe',
          edits: () => directive,
        });
      }
      yield {
        at: found.path,
        message:
          found.keyword === undefined
            ? 'This backslash escapes the end of the line instead of ending the path, so the path loses it.'
            : `This backslash joins the next line instead of ending the path, so the ${found.keyword} below is no instruction.`,
        // At the end of the file nothing is joined.
        severity: found.keyword === undefined ? 'warning' : misreadSeverity(doc, instruction),
        fixes,
      };
    }
  },
});
