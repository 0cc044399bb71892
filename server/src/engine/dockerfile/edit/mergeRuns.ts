import { suppressionStarts } from '../../suppress/starts.js';
import type { Edit } from '../../text/span.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';
import { skipSpaces } from '../syntax/characters.js';

/**
 * Whether two RUN in a row can become one: shell text without here-documents that `&&` may join, and nothing between
 * them but blank lines and comments that hide no findings, which they would not do inside an instruction. Never throws.
 */
export function canMerge(doc: DockerfileDocument, first: Instruction, second: Instruction): boolean {
  if (hidesBetween(doc, first, second)) return false;
  if (!stopsWithFirst(doc, second)) return false;
  return [first, second].every((run) => {
    const script = doc.scriptOf(run);
    if (script === undefined || script.errors.length > 0 || run.heredocs.length > 0 || run.blankLines.length > 0)
      return false;
    const last = script.commands.at(-1);
    const text = run.body.text.trimEnd();
    if (last === undefined || /[;&|\\]$/.test(text) || /(?:^|\s)#/.test(text)) return false;
    return (
      !script.commands.some(({ name }) => name === 'exec' || name === 'exit' || name === 'set') &&
      run.span.end === run.lineSpan.end
    );
  });
}

/** Whether a comment between two instructions hides findings; blank lines may part it from the second one. */
function hidesBetween(doc: DockerfileDocument, first: Instruction, second: Instruction): boolean {
  const { source } = doc;
  const starts = suppressionStarts(doc);
  const to = source.lineAt(second.span.start);
  for (let line = source.lineAt(first.span.end) + 1; line < to; line++) {
    const { start, end } = source.lineSpan(line);
    if (starts.has(skipSpaces(source.text, start, end))) return true;
  }
  return false;
}

/** Whether `first && second` fails with the first: behind `;` or `||` the shell would go on. */
function stopsWithFirst(doc: DockerfileDocument, second: Instruction): boolean {
  const commands = (doc.scriptOf(second)?.commands ?? []).filter(({ scopes }) => !scopes.includes('substitution'));
  const plain = commands.filter(({ scopes }) => scopes.length === 0);
  // What joins a loop or a subshell to its neighbours is not told.
  if (plain.length < commands.length) return plain.length === 0;
  return plain.every(({ join }) => join === 'start' || join === '&&' || join === '|');
}

/** The edits that join the second RUN to the first; for those that `canMerge`. Comments between them stay. */
export function mergeRuns(doc: DockerfileDocument, first: Instruction, second: Instruction): readonly Edit[] {
  const { source, syntax } = doc;
  const end = first.body.offset(first.body.text.length);
  const edits: Edit[] = [{ span: { start: end, end }, text: ` && ${syntax.escape}` }];
  const from = source.lineAt(first.span.end) + 1;
  const to = source.lineAt(second.span.start);
  for (let line = from; line < to; line++) {
    const span = source.lineSpan(line);
    // A blank line would end the instruction for older builders.
    if (source.slice(span).trim() === '')
      edits.push({ span: { start: span.start, end: source.lineStarts[line + 1] ?? span.end }, text: '' });
  }
  edits.push({ span: { start: second.span.start, end: second.bodySpan.start }, text: '    ' });
  return edits;
}
