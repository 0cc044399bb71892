import { quoteBareWords } from '../../engine/dockerfile/edit/quoteBareWords.js';
import type { SyntaxProblemCode } from '../../engine/dockerfile/syntax/types.js';
import { misreadFrom } from '../../engine/dockerfile/misread/misread.js';
import { defineRule, type Fix } from '../../engine/rule.js';

/** Codes with a rule of their own. */
const elsewhere: ReadonlySet<SyntaxProblemCode> = new Set([
  'unknown-instruction',
  'unknown-flag',
  'unterminated-heredoc',
  'duplicate-directive',
  'input-too-large',
  'forbidden-trigger',
  'missing-continuation',
]);

export default defineRule({
  id: 'syntax-error',
  language: 'dockerfile',
  title: 'Write each instruction as Docker can read it',
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
      const { code, span, message, instruction } = problem;
      if (elsewhere.has(code)) continue;
      const rest = instruction === undefined ? Infinity : misreadFrom(doc, instruction);
      if (span.end > rest) continue;
      const edits = quoteBareWords(problem);
      const fixes: readonly Fix[] =
        edits === undefined ? [] : [{ title: 'Put the value in quotes', safety: 'suggestion', edits: () => edits }];
      yield { at: span, message, fixes };
    }
  },
});
