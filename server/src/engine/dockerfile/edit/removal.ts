import type { Edit, Span } from '../../text/span.js';
import type { Command, DockerfileDocument } from '../model/types.js';

/**
 * Takes a command out of its chain, with what joins it to what stands before it (behind it, for the first); comments
 * stay. Undefined where something hangs on it: a pipe, `||`, a branch, a redirect of its own. Never throws.
 */
export function removeCommand(doc: DockerfileDocument, command: Command): readonly Edit[] | undefined {
  const { join, scopes, form, span, redirects, instruction } = command;
  if (scopes.length > 0 || form === 'exec' || redirects.length > 0) return undefined;
  const { text } = doc.source;
  const until = instruction.span.end;
  const rest = skipBlanks(doc, span.end, until);
  const next = text.slice(rest, Math.min(rest + 2, until));
  if (/^(?:\||&(?!&))/.test(next)) return undefined;
  if (join === 'start') return removeFirst(doc, command, rest, next);

  const token = skipBlanksBack(doc, span.start, instruction.span.start);
  const lead = token - (join === '&&' ? 2 : join === ';' ? 1 : 0);
  // A comment above may end as a line of commands does: `# … && \`.
  if (instruction.innerComments.some(({ span: comment }) => comment.start < token && token <= comment.end))
    return undefined;
  if (join !== 'newline' && text.slice(lead, token) !== join) return undefined;
  const from = skipBlanksBack(doc, lead, instruction.span.start);
  if (!endsInComment(text.slice(instruction.span.start, from)) || join === 'newline') return [deletion(from, span.end)];
  if (next === '&&' || next.startsWith(';')) return [deletion(lead, rest)];
  return next === '' ? withoutContinuation(doc, command, from) : undefined;
}

function removeFirst(
  doc: DockerfileDocument,
  { span, instruction }: Command,
  rest: number,
  next: string,
): readonly Edit[] | undefined {
  const { text } = doc.source;
  const line = /^[ \t]*\r?\n/.test(text.slice(span.end, span.end + 80)) ? 0 : -1;
  const joint = next === '&&' ? 2 : next.startsWith(';') ? 1 : line;
  const end = joint < 0 ? rest : skipBlanks(doc, rest + joint, instruction.span.end);
  if (joint < 0 || end >= instruction.span.end || text[end] === '#') return undefined;
  return [deletion(span.start, end)];
}

/** The last command behind a comment: what stands before the comment must no longer go on. */
function withoutContinuation(
  doc: DockerfileDocument,
  { instruction, span }: Command,
  from: number,
): readonly Edit[] | undefined {
  const mark = instruction.continuations.findLast(({ start }) => start < from);
  if (mark === undefined) return undefined;
  return [deletion(skipBlanksBack(doc, mark.start, instruction.span.start), mark.start + 1), deletion(from, span.end)];
}

/** Behind blanks and continuations. */
function skipBlanks(
  { source: { text }, syntax: { escape } }: DockerfileDocument,
  start: number,
  until: number,
): number {
  let at = start;
  while (at < until && (isBlank(text[at]) || (text[at] === escape && endsLine(text, at + 1)))) at++;
  return at;
}

/** In front of blanks and continuations. */
function skipBlanksBack(
  { source: { text }, syntax: { escape } }: DockerfileDocument,
  end: number,
  from: number,
): number {
  let at = end;
  while (at > from && (isBlank(text[at - 1]) || (text[at - 1] === escape && endsLine(text, at)))) at--;
  return at;
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '\n' || char === '\r';
}

/** Whether nothing but blanks follows in a line that another one follows. */
function endsLine(text: string, start: number): boolean {
  let at = start;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\r') at++;
  return text[at] === '\n';
}

function endsInComment(text: string): boolean {
  return /^[ \t]*#/.test(text.slice(text.lastIndexOf('\n') + 1));
}

/**
 * Takes words out of a command, each with the blanks and line breaks in front of it, or behind it where it begins a line
 * that goes on. Undefined where a comment stands there, or for the first word. Never throws.
 */
export function removeWords(
  doc: DockerfileDocument,
  { words }: Command,
  gone: readonly { readonly span: Span }[],
): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const { span } of gone) {
    const at = words.findIndex((word) => word.span.start === span.start);
    const [before, next] = [words[at - 1], words[at + 1]];
    if (before === undefined) return undefined;
    const gap = doc.source.slice({ start: before.span.end, end: span.start });
    const behind = next && doc.source.slice({ start: span.end, end: next.span.start });
    if (
      behind !== undefined &&
      next !== undefined &&
      gap.includes('\n') &&
      behind.trim() === '' &&
      !behind.includes('\n')
    ) {
      edits.push(deletion(span.start, next.span.start));
    } else if (gap.includes('#')) return undefined;
    else edits.push(deletion(before.span.end, span.end));
  }
  return edits;
}

function deletion(start: number, end: number): Edit {
  return { span: { start, end }, text: '' };
}
