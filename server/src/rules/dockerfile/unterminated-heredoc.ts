import { meantEnd } from '../../engine/dockerfile/misread/heredocEnd.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'unterminated-heredoc',
  language: 'dockerfile',
  title: 'End each here-document with its own name on a line',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/dockerfile/#here-documents',
  tags: ['syntax'],
  equivalents: { hadolint: ['DL1000'] },
  fixes: ['suggestion'],
  parser: true,

  *check(doc) {
    for (const { code, span, message, instruction } of doc.syntax.problems) {
      if (code !== 'unterminated-heredoc') continue;
      const heredoc = instruction?.heredocs.find((one) => one.span.start === span.start);
      const end = heredoc && meantEnd(doc.source, heredoc);
      if (heredoc === undefined || end === undefined) {
        yield { at: span, message };
        continue;
      }
      const text = heredoc.name;
      yield {
        at: span,
        message,
        related: [{ at: end, message: `This is not ${text} alone at the start of a line.` }],
        fixes: [
          {
            title: `End the here-document at the line ${text} below`,
            safety: 'suggestion',
            edits: () => [{ span: end, text }],
          },
        ],
      };
    }
  },
});
