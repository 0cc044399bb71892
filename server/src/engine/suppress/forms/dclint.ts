import { malformedComment, type ParsedComment, type ParsedId } from './parsed.js';

const intent = /^#[ \t]*dclint[: \t]+(?:disable|ignore|skip)/i;
const form = /^#[ \t]*dclint[ \t]+disable(-line|-file)?(?=[ \t]|$)[ \t]*/;

/**
 * `# dclint disable-file` and `# dclint disable <rules>` on the first line of a file, `# dclint disable-line <rules>`
 * behind or above a line. Rules are parted by blanks, and without one all are meant (dclint 3.1.0, linter.ts).
 */
export function dclintComment(text: string): ParsedComment | undefined {
  if (!intent.test(text)) return undefined;
  const match = form.exec(text);
  if (match === null) {
    return malformedComment(
      'dclint',
      'dclint does not understand this comment; it knows disable-line, disable and disable-file.',
    );
  }
  if (match[1] === '-file' && !text.startsWith('# dclint disable-file')) {
    return malformedComment('dclint', 'dclint does not understand this comment; write "# dclint disable-file".');
  }
  const ids = match[1] === '-file' ? [] : words(text, match[0].length);
  const reach = match[1] === '-line' ? 'next' : 'head';
  return { source: 'dclint', reach, ids, reason: undefined, malformed: undefined };
}

function words(text: string, from: number): readonly ParsedId[] {
  return [...text.slice(from).matchAll(/[^ \t]+/g)].map(({ 0: id, index }) => {
    return { id, start: from + index, end: from + index + id.length };
  });
}
