import type { Edit, Span } from '../text/span.js';
import type { Command, DockerfileDocument } from './model/types.js';

/**
 * Takes a command out of its chain, with what joins it to the one before it (or behind it, for the first); comments stay.
 * Undefined where something hangs on it: a pipe, `||`, a branch, a redirect of its own. Never throws.
 */
export function removeCommand(doc: DockerfileDocument, command: Command): readonly Edit[] | undefined {
  const { instruction, join, list, scopes, form } = command;
  if (scopes.length > 0 || form === 'exec' || command.redirects.length > 0) return undefined;
  const chain = doc.commandsOf(instruction).filter((other) => other.list === list && other.scopes.length === 0);
  const at = chain.indexOf(command);
  const [before, next] = [chain[at - 1], chain[at + 1]];
  if (!isPlain(join) || (next !== undefined && !isPlain(next.join))) return undefined;
  const { source } = doc;
  if (before === undefined) {
    if (next === undefined) return undefined;
    const gap = source.slice({ start: command.span.end, end: next.span.start });
    return gap.includes('#') ? undefined : [deletion(command.span.start, next.span.start)];
  }
  const gap = source.slice({ start: before.span.end, end: command.span.start });
  if (!gap.includes('#')) return [deletion(before.span.end, command.span.end)];
  return behindComment(doc, command, before.span.end, gap, next);
}

/** `a \ # why && b && c`: the comment stays where it is. */
function behindComment(
  doc: DockerfileDocument,
  { instruction, span }: Command,
  start: number,
  gap: string,
  next: Command | undefined,
): readonly Edit[] | undefined {
  const lead = /(?:&&|;)[ \t]*$/.exec(gap)?.index;
  const marks = instruction.continuations.filter((mark) => mark.start >= start && mark.end <= span.start);
  const last = marks.at(-1);
  if (lead === undefined || last === undefined) return undefined;
  if (next !== undefined) {
    const between = doc.source.slice({ start: span.end, end: next.span.start });
    const joint = /(?:&&|;)[ \t]*$/.exec(between)?.index;
    return joint === undefined || between.includes('#') ? undefined : [deletion(start + lead, span.end + joint)];
  }
  const [first] = marks;
  const line = doc.source.lineStarts[doc.source.lineAt(start + lead)] ?? 0;
  const end = doc.source.text.lastIndexOf('\n', line - 1);
  const from = end > 0 && doc.source.text[end - 1] === '\r' ? end - 1 : end;
  const blanks = /[ \t]*$/.exec(doc.source.slice({ start, end: first?.start ?? start }))?.[0].length ?? 0;
  if (first === undefined || from <= first.start) return undefined;
  return [deletion(first.start - blanks, first.start + 1), deletion(from, span.end)];
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

function isPlain(join: Command['join']): boolean {
  return join === '&&' || join === ';' || join === 'newline' || join === 'start';
}

function deletion(start: number, end: number): Edit {
  return { span: { start, end }, text: '' };
}
