import { nearest } from '../../engine/didYouMean.js';
import { instructionKeywords } from '../../engine/dockerfile/syntax/tables.js';
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
    for (const problem of doc.syntax.problems) {
      if (problem.code !== 'unknown-instruction') continue;
      const { word } = problem;
      const known = nearest(word.toUpperCase(), instructionKeywords);
      const text = word === word.toLowerCase() ? known?.toLowerCase() : known;
      yield {
        at: problem.span,
        message:
          known === undefined
            ? `Docker has no instruction ${shown(word)}, so the build stops here.`
            : `Docker has no instruction ${shown(word)}, so the build stops here; did you mean ${known}?`,
        fixes:
          text === undefined
            ? []
            : [{ title: `Change to ${text}`, safety: 'suggestion', edits: () => [{ span: problem.span, text }] }],
      };
    }
  },
});
