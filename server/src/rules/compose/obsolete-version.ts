import { lineOfEntry } from '../../engine/compose/edits/lines.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'obsolete-version',
  language: 'compose',
  title: 'Leave out the version at the top of the file',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/version-and-name/#version-top-level-element-obsolete',
  tags: ['obsolete'],
  equivalents: { dclint: ['no-version-field'] },
  fixes: ['safe'],

  *check(doc) {
    for (const root of doc.roots) {
      const entry = root.entry('version');
      if (entry === undefined || entry.merged) continue;
      const line = root.flow || root.entries.length < 2 ? undefined : lineOfEntry(doc.source, entry);
      yield {
        at: entry.span,
        message: 'Compose does not look at the version of a file and warns about it each time.',
        fixes:
          line === undefined
            ? []
            : [{ title: 'Remove the version', safety: 'safe', edits: () => [{ span: line, text: '' }] }],
      };
    }
  },
});
