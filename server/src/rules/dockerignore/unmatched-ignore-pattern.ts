import { mostPatterns, nameFacts, unknownName } from '../../engine/dockerfile/context/ignoreNames.js';
import { looksBuilt } from '../../engine/dockerfile/context/outputs.js';
import { contextFacts, contextOfIgnoreFile } from '../../engine/dockerfile/context/users.js';
import { deleteLine } from '../../engine/dockerignore/edits.js';
import { unmatchable } from '../../engine/dockerignore/unmatchable.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

/** Dot files, logs, caches and reports. */
const leftover =
  /(?:^|\/)[.#]|__pycache__|(?:log|logs|cache|coverage|htmlcov|reports?|te?mp|egg-info|core|dump)(?:\.\w+)?$/i;

export default defineRule({
  id: 'unmatched-ignore-pattern',
  language: 'dockerignore',
  title: 'Remove patterns that match no file',
  severity: 'info',
  profile: 'all',
  guide: 'dockerignore',
  link: 'https://docs.docker.com/build/concepts/context/#syntax',
  tags: ['clarity'],
  equivalents: {},
  fixes: ['unsafe'],

  facts(doc, known) {
    const context = contextOfIgnoreFile(doc, known);
    return [...contextFacts(doc, known), ...(context === undefined ? [] : nameFacts(doc.patterns, context))];
  },

  *check(doc, { facts }) {
    const context = contextOfIgnoreFile(doc, facts);
    if (context === undefined) return;
    for (const pattern of doc.patterns.slice(0, mostPatterns)) {
      const unknown = unknownName(pattern, context, facts);
      if (unknown === undefined || unknown.near !== undefined || unmatchable(pattern) !== undefined) continue;
      // What tools and builds leave behind may come at any time, and a wildcard is for what may come.
      if (pattern.invalid || looksBuilt(pattern.value) || leftover.test(pattern.value)) continue;
      if (/[*?[\\]/.test(unknown.part)) continue;
      yield {
        at: pattern.span,
        message: `There is no ${shown(unknown.part)} here, so this line does nothing.`,
        fixes: [
          {
            title: 'Remove the line (such a file may still come)',
            safety: 'unsafe',
            edits: () => [deleteLine(pattern)],
          },
        ],
      };
    }
  },
});
