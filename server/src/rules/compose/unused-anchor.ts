import { unusedAnchors } from '../../engine/compose/values/anchors.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'unused-anchor',
  language: 'compose',
  title: 'Write only anchors that something refers to',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/fragments/',
  tags: ['references'],
  equivalents: {},
  fixes: ['safe'],

  *check(doc) {
    for (const { name, span } of unusedAnchors(doc)) {
      yield {
        at: span,
        message: `Nothing refers to the anchor ${shown(name)}.`,
        fixes: () => {
          const blanks = /^[ \t]*/.exec(doc.source.text.slice(span.end, span.end + 200))?.[0].length ?? 0;
          const isLast = /^[ \t]*(?:[\r\n]|$)/.test(doc.source.text.slice(span.end, span.end + 200));
          const before =
            /[ \t]*$/.exec(doc.source.text.slice(Math.max(0, span.start - 200), span.start))?.[0].length ?? 0;
          const gone = isLast
            ? { start: span.start - before, end: span.end }
            : { start: span.start, end: span.end + blanks };
          return [{ title: 'Remove the anchor', safety: 'safe', edits: () => [{ span: gone, text: '' }] }];
        },
      };
    }
  },
});
