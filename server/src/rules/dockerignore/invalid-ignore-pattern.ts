import { deleteLine } from '../../engine/dockerignore/edits.js';
import { buildsWindows, windowsFacts } from '../../engine/dockerfile/context/users.js';
import type { IgnorePattern } from '../../engine/dockerignore/types.js';
import type { Fix } from '../../engine/rule.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'invalid-ignore-pattern',
  language: 'dockerignore',
  title: 'Write patterns that Docker can read',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerignore#rules-of-the-file',
  link: 'https://docs.docker.com/build/concepts/context/#syntax',
  tags: ['syntax'],
  equivalents: {},
  fixes: ['unsafe', 'suggestion'],

  facts: windowsFacts,

  *check(doc, { facts }) {
    for (const pattern of doc.patterns) {
      if (!pattern.invalid || (pattern.text.includes('\\') && buildsWindows(doc, facts))) continue;
      yield { at: pattern.span, message: messageOf(pattern), fixes: [fixOf(pattern)] };
    }
  },
});

function messageOf({ value, text }: IgnorePattern): string {
  if (value === '') return 'An exception needs a path behind its "!"; with this line Docker stops the build.';
  return value.endsWith('\\') && !value.includes('[')
    ? 'A backslash at the end escapes nothing; with this line Docker stops the build.'
    : `Docker does not understand ${shown(text)} and stops the build: brackets hold characters and ranges, as in [a-z].`;
}

function fixOf(pattern: IgnorePattern): Fix {
  if (pattern.value === '') {
    return { title: 'Remove the line (it lets nothing in)', safety: 'unsafe', edits: () => [deleteLine(pattern)] };
  }
  const { valueSpan, text, span } = pattern;
  const written = text.slice(valueSpan.start - span.start);
  const plain = written.replaceAll(/(?<!\\)[[\]]/g, '\\$&').replace(/(?<!\\)\\$/, '');
  return {
    title: `Write ${shown(plain)}, which stands for itself`,
    safety: 'suggestion',
    edits: () => [{ span: valueSpan, text: plain }],
  };
}
