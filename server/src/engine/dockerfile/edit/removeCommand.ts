import type { ShellRedirect, ShellWord } from '../../shell/types.js';
import type { Edit, Span } from '../../text/span.js';
import type { Command, DockerfileDocument } from '../model/types.js';
import { isJsonString } from './options.js';
import { deletion, removeInstruction, removeText } from './remove.js';

/**
 * Takes a command out of its chain, with what joins it to what stands before it (behind it, for the first); comments
 * stay. Undefined where something hangs on it: a pipe, `||`, a branch, `!`, a file that its output goes to. Never throws.
 */
export function removeCommand(doc: DockerfileDocument, command: Command): readonly Edit[] | undefined {
  const { join, scopes, form, span, redirects, instruction } = command;
  if (scopes.length > 0 || form === 'exec' || !redirects.every(isNowhere)) return undefined;
  const { text } = doc.source;
  const until = instruction.span.end;
  const rest = skipBlanks(doc, span.end, until);
  const next = text.slice(rest, Math.min(rest + 2, until));
  if (/^(?:\||&(?!&))/.test(next)) return undefined;
  const token = skipBlanksBack(doc, span.start, instruction.span.start);
  if (text[token - 1] === '!') return undefined;
  if (join === 'start') return removeFirst(doc, command, rest, next);

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

/** Takes a command out of its chain, or the whole RUN away where it is alone in it; else see `removeCommand`. Never throws. */
export function removeCommandOrRun(doc: DockerfileDocument, command: Command): readonly Edit[] | undefined {
  const { instruction } = command;
  const alone = doc.commandsOf(instruction).length === 1 && instruction.heredocs.length === 0;
  if (alone && instruction.parent === undefined) return removeInstruction(doc, instruction);
  return removeCommand(doc, command);
}

/** `> /dev/null` and `2>&1`. */
function isNowhere({ operator, target }: ShellRedirect): boolean {
  return operator === '>&' || (operator.includes('>') && target?.value === '/dev/null');
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
 * Takes words out of a command, with the blanks in front of them or, where they have a line of their own, with that line;
 * in the exec form with their comma. Undefined where a comment is in the way, or for the first word. Never throws.
 */
export function removeWords(
  doc: DockerfileDocument,
  command: Command,
  gone: readonly { readonly span: Span }[],
): readonly Edit[] | undefined {
  const places = new Set(gone.map(({ span }) => command.words.findIndex((word) => word.span.start === span.start)));
  const edits: Edit[] = [];
  for (const first of places) {
    if (first < 1) return undefined;
    if (places.has(first - 1)) continue;
    let last = first;
    while (places.has(last + 1)) last++;
    const edit = withoutWords(doc, command, first, last);
    if (edit === undefined) return undefined;
    edits.push(edit);
  }
  return edits;
}

/** Words that stand side by side. */
function withoutWords(doc: DockerfileDocument, command: Command, from: number, to: number): Edit | undefined {
  const { instruction, words } = command;
  const [before, first, last] = [words[from - 1], words[from], words[to]];
  if (before === undefined || first === undefined || last === undefined) return undefined;
  const gap = doc.source.slice({ start: before.span.end, end: first.span.start });
  if (isJsonString(instruction, first) && isJsonString(instruction, last)) {
    return gap.includes('#') ? undefined : deletion(before.span.end, last.span.end);
  }
  const edit = removeText(doc, instruction, { start: first.span.start, end: last.span.end });
  // The continuations of a here-document are none of the instruction.
  return edit ?? (/^[\s\\`]*$/.test(gap) ? deletion(before.span.end, last.span.end) : undefined);
}

/** Takes one letter out of a bundle of short options: `-fsSLk`. Undefined where its place is uncertain. Never throws. */
export function removeLetter(word: ShellWord, letter: string): readonly Edit[] | undefined {
  const at = word.value.indexOf(letter, 1);
  if (at < 0 || word.value.length < 3) return undefined;
  const span = word.content?.span(at, at + 1);
  return span?.end === (span?.start ?? 0) + 1 ? [deletion(span.start, span.end)] : undefined;
}

/**
 * Takes an assignment in front of a command, with the blanks behind it; undefined where no word of the command follows
 * on its line. Never throws.
 */
export function removePrefix(doc: DockerfileDocument, { span }: { readonly span: Span }): readonly Edit[] | undefined {
  const blanks = /^[ \t]+(?=[^\s\\`;&|])/.exec(doc.source.text.slice(span.end, span.end + 80))?.[0];
  return blanks === undefined ? undefined : [deletion(span.start, span.end + blanks.length)];
}
