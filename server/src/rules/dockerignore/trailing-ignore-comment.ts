import { isSpace } from '../../engine/dockerignore/goPath.js';
import type { IgnorePattern } from '../../engine/dockerignore/types.js';
import { defineRule } from '../../engine/rule.js';
import type { Edit } from '../../engine/text/span.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'trailing-ignore-comment',
  language: 'dockerignore',
  title: 'Put comments on lines of their own',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerignore#rules-of-the-file',
  link: 'https://docs.docker.com/build/concepts/context/#syntax',
  tags: ['syntax'],
  equivalents: {},
  fixes: ['unsafe'],

  *check(doc) {
    for (const pattern of doc.patterns) {
      const at = commentIn(pattern.text);
      if (at === undefined) continue;
      const path = pattern.text.slice(0, at.gap);
      const comment = { start: pattern.span.start + at.hash, end: pattern.span.end };
      yield {
        at: comment,
        message: `Docker takes the comment for a part of the path, so this line does not match ${shown(path)}.`,
        fixes: [
          {
            title: `Move the comment above (${shown(path.replace(/^!\s*/, ''))} is then ${pattern.negated ? 'let in' : 'left out'})`,
            safety: 'unsafe',
            edits: () => moved(pattern, comment.start, at.gap, doc.source.eol),
          },
        ],
      };
    }
  },
});

/** Where blanks and a `#` stand behind a path; `\\ ` is a blank of the name. */
function commentIn(text: string): { readonly gap: number; readonly hash: number } | undefined {
  if (text.startsWith('#')) return undefined;
  for (let hash = text.indexOf('#', 1); hash >= 0; hash = text.indexOf('#', hash + 1)) {
    if (!isSpace(text.charCodeAt(hash - 1))) continue;
    const gap = text.slice(0, hash).trimEnd().length;
    if (gap > 0 && text[gap - 1] !== '\\') return { gap, hash };
  }
  return undefined;
}

function moved({ lineSpan, span, text }: IgnorePattern, comment: number, gap: number, eol: string): readonly Edit[] {
  const line = `${text.slice(comment - span.start)}${eol}`;
  return [
    { span: { start: lineSpan.start, end: lineSpan.start }, text: line },
    { span: { start: span.start + gap, end: span.end }, text: '' },
  ];
}
