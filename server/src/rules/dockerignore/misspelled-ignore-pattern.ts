import { mostPatterns, nameFacts, unknownName } from '../../engine/dockerfile/context/ignoreNames.js';
import { contextFacts, contextOfIgnoreFile } from '../../engine/dockerfile/context/users.js';
import { ignoreListOf } from '../../engine/dockerignore/negations.js';
import type { IgnorePattern } from '../../engine/dockerignore/types.js';
import { defineRule } from '../../engine/rule.js';
import type { Span } from '../../engine/text/span.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'misspelled-ignore-pattern',
  language: 'dockerignore',
  title: 'Spell the names of files as they are',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerignore#rules-of-the-file',
  link: 'https://docs.docker.com/build/concepts/context/#syntax',
  tags: ['correctness'],
  equivalents: {},
  fixes: ['unsafe'],

  facts(doc, known) {
    const context = contextOfIgnoreFile(doc, known);
    return [...contextFacts(doc, known), ...(context === undefined ? [] : nameFacts(doc.patterns, context))];
  },

  *check(doc, { facts }) {
    const context = contextOfIgnoreFile(doc, facts);
    if (context === undefined || ignoreListOf(doc).unclear) return;
    for (const pattern of doc.patterns.slice(0, mostPatterns)) {
      const { part, near } = unknownName(pattern, context, facts) ?? {};
      if (part === undefined || near === undefined || isSettled(doc.patterns, pattern, part, near)) continue;
      const at = placeOf(pattern, part);
      const effect = pattern.negated ? 'lets it in' : 'leaves it out';
      yield {
        at: at ?? pattern.valueSpan,
        message: `There is no ${shown(part)} here; did you mean ${shown(near)}?`,
        fixes:
          at === undefined
            ? []
            : [
                {
                  title: `Change it to ${shown(near)} (the line then ${effect})`,
                  safety: 'unsafe',
                  edits: () => [{ span: at, text: near }],
                },
              ],
      };
    }
  },
});

/** Whether another line speaks of the near name already: people list every spelling. */
function isSettled(
  patterns: readonly IgnorePattern[],
  { value, negated }: IgnorePattern,
  part: string,
  near: string,
): boolean {
  const meant = value
    .split('/')
    .map((each) => (each === part ? near : each))
    .join('/');
  return patterns.some((other) => other.negated === negated && other.expression?.matches(meant) === true);
}

function placeOf({ valueSpan, text, span }: IgnorePattern, part: string): Span | undefined {
  const written = `/${text.slice(valueSpan.start - span.start)}/`;
  const at = written.indexOf(`/${part}/`);
  if (at < 0 || written.indexOf(`/${part}/`, at + 1) >= 0) return undefined;
  return { start: valueSpan.start + at, end: valueSpan.start + at + part.length };
}
