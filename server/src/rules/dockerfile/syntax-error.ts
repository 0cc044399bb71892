import type { SyntaxProblemCode } from '../../engine/dockerfile/syntax/types.js';
import { defineRule } from '../../engine/rule.js';

/** Codes with a rule of their own. */
const elsewhere: ReadonlySet<SyntaxProblemCode> = new Set([
  'unknown-instruction',
  'unknown-flag',
  'unterminated-heredoc',
  'duplicate-directive',
  'input-too-large',
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
  fixes: [],
  parser: true,

  *check(doc) {
    for (const { code, span, message } of doc.syntax.problems) {
      if (!elsewhere.has(code)) yield { at: span, message };
    }
  },
});
