import { nestedFacts, topOnlyPatterns } from '../../engine/dockerfile/context/nested.js';
import { contextFacts, contextOfIgnoreFile } from '../../engine/dockerfile/context/users.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'top-only-ignore-pattern',
  language: 'dockerignore',
  title: 'Match names in all folders with **/',
  severity: 'info',
  profile: 'recommended',
  guide: 'dockerignore#rules-of-the-file',
  link: 'https://docs.docker.com/build/concepts/context/#syntax',
  tags: ['correctness'],
  equivalents: {},
  fixes: ['unsafe'],

  facts(doc, known) {
    const context = contextOfIgnoreFile(doc, known);
    return [...contextFacts(doc, known), ...(context === undefined ? [] : nestedFacts(doc, context))];
  },

  *check(doc, { facts }) {
    const context = contextOfIgnoreFile(doc, facts);
    if (context === undefined) return;
    for (const { pattern, path, expected } of topOnlyPatterns(doc, context, facts)) {
      const { value, valueSpan } = pattern;
      yield {
        at: pattern.span,
        message: `Other than in a .gitignore, this matches in the top folder only: ${shown(path)} ${expected ? 'would be' : 'is'} sent to the build.`,
        fixes: [
          {
            title: `Change it to **/${shown(value)} (which leaves out those in all folders)`,
            safety: 'unsafe',
            edits: () => [{ span: valueSpan, text: `**/${value}` }],
          },
        ],
      };
    }
  },
});
