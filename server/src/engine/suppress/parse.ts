import type { DockerfileDocument } from '../dockerfile/model/types.js';
import type { DockerignoreDocument } from '../dockerignore/types.js';
import type { Comment, DockerfileSyntax, Instruction } from '../dockerfile/syntax/types.js';
import { memoised } from '../memo.js';
import type { LintDocument, PlainDocument } from '../rule.js';
import type { Span } from '../text/span.js';
import { parseCheck, parseComment, type ParsedComment, type ParsedId } from './grammar.js';
import type { SuppressionComment } from './types.js';

/**
 * Every comment of a document that hides findings or means to, in order, ours and those of hadolint and BuildKit;
 * the `check` directive counts as one. Never throws.
 */
export const parseSuppressions = memoised((doc: LintDocument): readonly SuppressionComment[] =>
  doc.language === 'dockerfile'
    ? inDockerfile(doc)
    : doc.language === 'dockerignore'
      ? inIgnoreFile(doc)
      : inLines(doc),
);

function inDockerfile(doc: DockerfileDocument): readonly SuppressionComment[] {
  const { comments, directives, instructions, source } = doc.syntax;
  const whole = { start: 0, end: source.text.length };
  const found: SuppressionComment[] = [];
  for (const directive of directives) {
    // BuildKit reads the value up to its first blank.
    const value = directive.value.split(' ', 1)[0] ?? '';
    const parsed = directive.name === 'check' ? parseCheck(value, directive.valueSpan.start) : 'other';
    if (typeof parsed === 'string' || (!parsed.all && parsed.ids.length === 0)) continue;
    found.push({
      source: 'buildkit',
      scope: 'file',
      ids: parsed.all ? [] : parsed.ids.map((id) => placed(id, 0)),
      span: directive.span,
      reason: undefined,
      covers: whole,
      malformed: undefined,
    });
  }
  const surroundings = new Surroundings(doc.syntax);
  let next = 0;
  for (const [index, comment] of comments.entries()) {
    const parsed = parseComment(source.slice(comment.span));
    if (parsed === undefined) continue;
    while ((instructions[next]?.span.end ?? Infinity) <= comment.span.start) next++;
    const place = placeOf(parsed, comment, surroundings, next, index);
    const placement = parsed.scope === 'file' ? { covers: whole } : place;
    found.push(combine(parsed, comment.span, placement));
  }
  return found;
}

/** Where comments stand. They are asked about in order, so that nothing is looked at twice. */
class Surroundings {
  readonly instructions: readonly Instruction[];
  readonly #comments: readonly Comment[];
  #empty = 0;
  #from = 0;

  constructor({ instructions, comments }: DockerfileSyntax) {
    this.instructions = instructions;
    this.#comments = comments;
  }

  /** The first empty comment from an index on, which never goes down. */
  nextEmpty(index: number): Comment | undefined {
    this.#empty = Math.max(this.#empty, index);
    while (this.#comments[this.#empty] !== undefined && this.#comments[this.#empty]?.text.trim() !== '') this.#empty++;
    return this.#comments[this.#empty];
  }

  /** The index of the first FROM from an index on, which never goes down; the number of instructions without one. */
  nextFrom(index: number): number {
    this.#from = Math.max(this.#from, index);
    while (this.#from < this.instructions.length && this.instructions[this.#from]?.keyword !== 'FROM') this.#from++;
    return this.#from;
  }
}

interface Placement {
  readonly covers?: Span;
  readonly misplaced?: string;
}

function placeOf(
  parsed: ParsedComment,
  comment: Comment,
  surroundings: Surroundings,
  next: number,
  index: number,
): Placement {
  const { instructions } = surroundings;
  const instruction = instructions[next];
  if (instruction === undefined) return { misplaced: 'No instruction follows this comment, so it hides nothing.' };
  if (instruction.span.start < comment.span.start) {
    return { misplaced: 'Inside an instruction this comment hides nothing; put it above the instruction.' };
  }
  if (parsed.scope === 'stage') return { covers: stageFrom(comment, surroundings, next) };
  const [topmost] = instruction.leadingComments;
  if (parsed.source === 'hadolint' && (topmost === undefined || comment.span.start < topmost.span.start)) {
    return {
      misplaced: 'hadolint reads this comment only directly above an instruction, without a blank line between.',
    };
  }
  if (parsed.source === 'buildkit') {
    // BuildKit forgets the comments above an empty one.
    const empty = surroundings.nextEmpty(index + 1);
    if (empty !== undefined && empty.span.start <= instruction.span.start) {
      return { misplaced: 'An empty comment follows, so Docker does not see this one.' };
    }
  }
  return { covers: instruction.span };
}

/** hadolint: what follows the FROM below the comment (or the instruction below it), up to the next FROM. */
function stageFrom(comment: Comment, surroundings: Surroundings, next: number): Span {
  const { instructions } = surroundings;
  const below = instructions[next];
  const above = below?.keyword === 'FROM' ? next + 1 : next;
  const last = surroundings.nextFrom(above) - 1;
  const start = below?.keyword === 'FROM' ? below.span.end : comment.span.end;
  return { start, end: Math.max(start, instructions[last]?.span.end ?? start) };
}

/** A comment covers the line of the next pattern; a `#` behind blanks is no comment. */
function inIgnoreFile({ source, comments, patterns }: DockerignoreDocument): readonly SuppressionComment[] {
  const found: SuppressionComment[] = [];
  let next = 0;
  for (const { span } of comments) {
    const text = source.slice(span).trimEnd();
    const parsed = parseComment(text);
    if (parsed?.source !== 'docker-patterns') continue;
    const at = { start: span.start, end: span.start + text.length };
    while ((patterns[next]?.span.start ?? Infinity) < span.start) next++;
    const below = patterns[next];
    const placement =
      parsed.scope === 'file'
        ? { covers: { start: 0, end: source.text.length } }
        : below === undefined
          ? { misplaced: 'Nothing follows this comment, so it hides nothing.' }
          : { covers: source.lineSpan(source.lineAt(below.span.start)) };
    found.push(combine(parsed, at, placement));
  }
  return found;
}

/** Languages without a model yet: a comment line covers the next line that is neither blank nor a comment. */
function inLines({ source }: PlainDocument): readonly SuppressionComment[] {
  const found: SuppressionComment[] = [];
  if (!/#[ \t]*docker-patterns/i.test(source.text)) return found;
  for (let line = 0; line < source.lineCount; line++) {
    const text = source.slice(source.lineSpan(line));
    const column = text.length - text.trimStart().length;
    const parsed = text[column] === '#' ? parseComment(text.slice(column).trimEnd()) : undefined;
    if (parsed?.source !== 'docker-patterns') continue;
    const start = source.lineSpan(line).start + column;
    const at = { start, end: start + text.trimEnd().length - column };
    if (parsed.scope === 'file') {
      found.push(combine(parsed, at, { covers: { start: 0, end: source.text.length } }));
      continue;
    }
    let below = line + 1;
    while (below < source.lineCount && /^\s*(?:#|$)/.test(source.slice(source.lineSpan(below)))) below++;
    const covers = source.lineSpan(below);
    const placement =
      below < source.lineCount ? { covers } : { misplaced: 'Nothing follows this comment, so it hides nothing.' };
    found.push(combine(parsed, at, placement));
  }
  return found;
}

function combine(parsed: ParsedComment, span: Span, { covers, misplaced }: Placement): SuppressionComment {
  const malformed = parsed.malformed ?? misplaced;
  return {
    source: parsed.source,
    scope: parsed.scope,
    ids: parsed.ids.map((id) => placed(id, span.start)),
    span,
    reason: parsed.reason,
    covers: malformed === undefined ? covers : undefined,
    malformed,
  };
}

function placed({ id, start, end }: ParsedId, by: number): { readonly id: string; readonly span: Span } {
  return { id, span: { start: start + by, end: end + by } };
}
