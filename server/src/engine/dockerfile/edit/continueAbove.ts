import type { Edit } from '../../text/span.js';
import type { DockerfileSyntax, Instruction } from '../syntax/types.js';

/**
 * The edits that let a line go on with the instruction above it: the escape character at the end of that one (one less
 * where it is doubled by mistake), and no blank line between. Where a comment stands behind the escape character, it goes
 * to a line of its own. Undefined where the line above ends with another comment, which would swallow the rest, or with
 * a heredoc. Never throws.
 */
export function continueAbove(
  { source, escape }: DockerfileSyntax,
  above: Instruction,
  below: Instruction,
): readonly Edit[] | undefined {
  const { end } = above.span;
  const last = source.lineAt(end);
  const { start } = source.lineSpan(last);
  const line = source.text.slice(start, end);
  const hash = above.heredocs.length > 0 ? -1 : line.search(/(?<=[ \t])#/);
  const before = line.slice(0, Math.max(0, hash)).trimEnd();
  if (above.heredocs.length > 0 || (hash >= 0 && !before.endsWith(escape))) return undefined;
  const edits: Edit[] = [];
  if (hash >= 0) {
    const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
    edits.push(
      { span: { start, end: start }, text: `${indent}${line.slice(hash)}${source.eol}` },
      { span: { start: start + before.length, end }, text: '' },
    );
  } else if (line.endsWith(escape + escape)) edits.push({ span: { start: end - 1, end }, text: '' });
  else edits.push({ span: { start: end, end }, text: ` ${escape}` });
  for (let at = last + 1; at < source.lineAt(below.span.start); at++) {
    const blank = source.lineSpan(at);
    if (source.slice(blank).trim() !== '') continue;
    edits.push({ span: { start: blank.start, end: source.lineStarts[at + 1] ?? blank.end }, text: '' });
  }
  return edits;
}
