import { hasMainName } from '../../engine/compose/declared.js';
import type { TreeProblemCode } from '../../engine/compose/tree/types.js';
import { defineRule } from '../../engine/rule.js';

/** Rules of their own speak of these. */
const others: ReadonlySet<TreeProblemCode> = new Set(['duplicate-key', 'non-string-key', 'input-too-large']);

export default defineRule({
  id: 'yaml-syntax-error',
  language: 'compose',
  title: 'Write YAML that Compose can read',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/',
  tags: ['syntax'],
  equivalents: { dclint: ['invalid-yaml', 'invalid-schema'] },
  fixes: [],
  parser: true,

  *check(doc) {
    for (const { code, span, message } of doc.problems) {
      if (others.has(code)) continue;
      // What is laid over other files may say nothing.
      const isPart = code === 'empty-file' && !hasMainName(doc);
      if (!isPart) yield { at: span, message };
      else yield { at: span, message: `${message.slice(0, -1)} unless it is laid over another.`, severity: 'info' };
    }
  },
});
