import { deleteLine } from '../../engine/dockerignore/edits.js';
import { idleExceptions, type IdleException } from '../../engine/dockerignore/negations.js';
import type { IgnorePattern } from '../../engine/dockerignore/types.js';
import type { Fix } from '../../engine/rule.js';
import { defineRule } from '../../engine/rule.js';
import type { SourceText } from '../../engine/text/source.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'undone-negation',
  language: 'dockerignore',
  title: 'Put exceptions below the lines that they are for',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerignore#rules-of-the-file',
  link: 'https://docs.docker.com/build/concepts/context/#negating-matches',
  tags: ['correctness'],
  equivalents: {},
  fixes: ['safe', 'unsafe'],

  *check(doc) {
    for (const idle of idleExceptions(doc)) {
      const { pattern, below } = idle;
      yield {
        at: pattern.span,
        message: messageOf(idle),
        ...(below && { related: [{ at: below.span, message: 'This line has the last word.' }] }),
        fixes: [fixOf(idle, doc.source)],
      };
    }
  },
});

function messageOf({ pattern, below, undone }: IdleException): string {
  if (below === undefined)
    return `No line leaves out what ${shown(pattern.text)} matches, so the exception has no effect.`;
  const again = undone ? 'again ' : '';
  return `${shown(below.text)} below leaves it out ${again}and the last line that matches decides, so the exception has no effect.`;
}

function fixOf({ pattern, below }: IdleException, source: SourceText): Fix {
  if (below === undefined) return { title: 'Remove the line', safety: 'safe', edits: () => [deleteLine(pattern)] };
  return {
    title: `Move it below ${shown(below.text)} (what it matches is then sent to the build)`,
    safety: 'unsafe',
    edits: () => [deleteLine(pattern), insertionBelow(pattern, below, source)],
  };
}

function insertionBelow({ text }: IgnorePattern, below: IgnorePattern, { eol, text: whole }: SourceText) {
  const { end } = below.lineSpan;
  const open = whole[end - 1] !== '\n';
  return { span: { start: end, end }, text: open ? `${eol}${text}` : `${text}${eol}` };
}
