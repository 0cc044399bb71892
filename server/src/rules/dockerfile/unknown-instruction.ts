import { guessWord } from '../../engine/dockerfile/misread/unknownWord.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'unknown-instruction',
  language: 'dockerfile',
  title: 'Start each line with an instruction that Docker knows',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/dockerfile/#overview',
  tags: ['syntax'],
  equivalents: { hadolint: ['DL1000'] },
  fixes: ['suggestion'],
  parser: true,

  *check(doc) {
    for (const { code, span, word } of doc.syntax.problems) {
      if (code !== 'unknown-instruction') continue;
      const guess = guessWord(word);
      const text = guess?.text;
      const hint = guess === undefined ? '.' : /[?]$/.test(guess.hint) ? guess.hint : `${guess.hint}.`;
      yield {
        at: span,
        message: `Docker has no instruction ${shown(word)}, so the build stops here${hint}`,
        fixes:
          guess === undefined || text === undefined
            ? []
            : [{ title: guess.title, safety: 'suggestion', edits: () => [{ span, text }] }],
      };
    }
  },
});
