import { continueAbove } from '../../engine/dockerfile/edit/continueAbove.js';
import type { Instruction } from '../../engine/dockerfile/syntax/types.js';
import { defineRule, type Fix } from '../../engine/rule.js';

export default defineRule({
  id: 'missing-continuation',
  language: 'dockerfile',
  title: 'End each line that goes on with the escape character',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/dockerfile/#escape',
  tags: ['syntax'],
  equivalents: { hadolint: ['DL1000'] },
  fixes: ['safe', 'suggestion'],
  parser: true,

  *check(doc) {
    for (const { code, span, message, word, instruction } of doc.syntax.problems) {
      if (code !== 'missing-continuation' || instruction === undefined) continue;
      const above = doc.syntax.instructions[instruction.index - 1];
      const edits = above && continueAbove(doc.syntax, above, instruction);
      const fixes: readonly Fix[] =
        above === undefined || edits === undefined
          ? []
          : [
              {
                title: `End the line above with ${doc.syntax.escape}`,
                safety: isCertain(word, above) ? 'safe' : 'suggestion',
                edits: () => edits,
              },
            ];
      yield { at: span, message, fixes };
    }
  },
});

/** A word may also begin a command of its own. */
function isCertain(word: string, { keyword, joined }: Instruction): boolean {
  const isPair = /^(?:ENV|LABEL|ARG)$/.test(keyword) && /^\w+=/.test(word);
  return isPair || /^[&|;<>)-]/.test(word) || /[&|]$/.test(joined.text);
}
