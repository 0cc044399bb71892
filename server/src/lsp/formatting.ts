import type { TextEdit } from 'vscode-languageserver';
import type { DockerfileDocument } from '../engine/dockerfile/model/types.js';
import type { Instruction } from '../engine/dockerfile/syntax/types.js';

/** How a line may be indented without a change of meaning. */
type LineKind =
  /** Starts an instruction or lies between them: any indent means the same. */
  | 'start'
  /** Goes on within an instruction behind a blank: any indent means the same. */
  | 'continued'
  /** Goes on within a word: having an indent or not makes a difference. */
  | 'joined'
  /** In a heredoc or a quoted string: every blank counts. */
  | 'verbatim';

/**
 * Those edits of dockerfile-language-service that keep the meaning. The service takes heredocs, `\\` at the end of a
 * line and words that go on in the next line for ordinary continuations, and indents them.
 */
export function harmlessEdits(doc: DockerfileDocument, edits: readonly TextEdit[]): TextEdit[] {
  if (edits.length === 0) return [];
  const kinds = lineKinds(doc);
  const { source } = doc;
  return edits.filter(({ range, newText }) => {
    const { line } = range.start;
    if (range.end.line !== line || range.start.character !== 0 || newText.trim() !== '') return false;
    const text = source.slice(source.lineSpan(line));
    const before = text.slice(0, range.end.character);
    if (before.trim() !== '' || before === newText) return false;
    const kind = kinds.get(line) ?? 'start';
    if (kind === 'verbatim') return false;
    if (text.trim() === '' || text.trimStart().startsWith('#')) return true;
    if (kind === 'start') return newText === '';
    return kind === 'continued' ? newText !== '' : (before === '') === (newText === '');
  });
}

function lineKinds(doc: DockerfileDocument): ReadonlyMap<number, LineKind> {
  const kinds = new Map<number, LineKind>();
  for (const instruction of doc.syntax.instructions) {
    addContinuations(doc, instruction, kinds);
    for (const { bodySpan, terminatorSpan } of [...instruction.heredocs, ...(instruction.trigger?.heredocs ?? [])]) {
      const last = doc.source.lineAt(terminatorSpan?.start ?? Math.max(bodySpan.start, bodySpan.end - 1));
      for (let line = doc.source.lineAt(bodySpan.start); line <= last; line++) kinds.set(line, 'verbatim');
    }
  }
  return kinds;
}

/** Reads the logical line as a shell does, as far as quotes go. */
function addContinuations(doc: DockerfileDocument, instruction: Instruction, kinds: Map<number, LineKind>): void {
  const { source, syntax } = doc;
  const { text } = source;
  let at = instruction.span.start;
  let quote = '';
  let previous = '';
  for (const mark of instruction.continuations) {
    for (; at < mark.start; at++) {
      const character = text.charAt(at);
      previous = character;
      if (character === syntax.escape && quote !== "'") at++;
      else if (character === quote) quote = '';
      else if (quote === '' && (character === '"' || character === "'")) quote = character;
    }
    const kind: LineKind = quote !== '' ? 'verbatim' : /\s/.test(previous) ? 'continued' : 'joined';
    const first = source.lineAt(mark.start) + 1;
    const last = source.lineAt(mark.end);
    for (let line = first; line <= last; line++) {
      // Comments and blank lines within a continuation are no part of the text.
      const skipped = line < last || mark.end <= source.lineSpan(line).start;
      kinds.set(line, skipped && line < last ? 'continued' : kind);
    }
    at = Math.max(at, mark.end);
  }
}
