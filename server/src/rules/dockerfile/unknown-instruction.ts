import { guessWord, unreadable } from '../../engine/dockerfile/misread/unknownWord.js';
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
    const problems = doc.syntax.problems.filter(({ code }) => code === 'unknown-instruction');
    const noText = unreadable(doc, problems);
    for (const problem of problems) {
      const { span, word } = problem;
      if (problem === noText?.from) {
        yield { at: span, message: noText.message };
        return;
      }
      const guess = guessWord(doc, word);
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
