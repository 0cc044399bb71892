import { suppressionStarts } from '../../suppress/starts.js';
import type { Edit, Span } from '../../text/span.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Comment, Instruction } from '../syntax/types.js';

/** A comment above an ARG or a named stage that `docker build --call=outline` does not show with it. */
export interface StrayDescription {
  /** Without blanks behind it. */
  readonly at: Span;
  readonly text: Span;
  /** The names that it could start with. */
  readonly names: readonly string[];
}

/**
 * The comment right above an instruction that starts with none of the names defined there (instructions/parse.go,
 * validateDefinitionDescription). Comments that hide findings are looked past. Never throws.
 */
export function strayDescription(doc: DockerfileDocument, instruction: Instruction): StrayDescription | undefined {
  const { leadingComments } = instruction;
  const names = leadingComments.length === 0 ? [] : definedBy(instruction);
  const comment = names.length === 0 ? undefined : descriptionIn(doc, leadingComments);
  if (comment === undefined) return undefined;
  const text = comment.text.trim();
  if (names.includes(text.split(' ', 1)[0] ?? '')) return undefined;
  const start = comment.span.start + 1 + comment.text.length - comment.text.trimStart().length;
  const end = start + text.length;
  return { at: { start: comment.span.start, end }, text: { start, end }, names };
}

/** The last comment that hides no findings, unless an empty one stands below it. */
function descriptionIn(doc: DockerfileDocument, comments: readonly Comment[]): Comment | undefined {
  const hiding = suppressionStarts(doc);
  const last = comments.findLast(({ span, text }) => text.trim() === '' || !hiding.has(span.start));
  return last?.text.trim() === '' ? undefined : last;
}

/** Whether the comment starts with the name, but not as it is defined. */
export function startsAlike(doc: DockerfileDocument, description: StrayDescription, name: string): boolean {
  return nameIn(doc, description, name) !== undefined;
}

/** Lets the comment start with the name, or with the name as it is defined where it stands there otherwise. */
export function startWith(doc: DockerfileDocument, description: StrayDescription, name: string): Edit {
  const { start } = description.text;
  const written = nameIn(doc, description, name);
  if (written === undefined) return { span: { start, end: start }, text: `${name} ` };
  return { span: { start, end: start + written.length }, text: name };
}

function nameIn(doc: DockerfileDocument, { text }: StrayDescription, name: string): string | undefined {
  const written = doc.source.slice(text);
  if (!written.toLowerCase().startsWith(name.toLowerCase())) return undefined;
  const mark = /^[:,.]?(?=\s|$)/.exec(written.slice(name.length))?.[0];
  return mark === undefined ? undefined : written.slice(0, name.length + mark.length);
}

/** An empty comment below, which says that it is no description. */
export function separate(doc: DockerfileDocument, { at }: StrayDescription): Edit {
  const { source } = doc;
  const line = source.lineSpan(source.lineAt(at.start));
  const indent = source.text.slice(line.start, at.start);
  return { span: { start: line.end, end: line.end }, text: `${source.eol}${indent.trim() === '' ? indent : ''}#` };
}

function definedBy({ keyword, pairs, words }: Instruction): readonly string[] {
  if (keyword === 'ARG') return pairs.map(({ key }) => key.value);
  const [, as, name] = words;
  return words.length === 3 && /^as$/i.test(as?.text ?? '') && name !== undefined ? [name.text.toLowerCase()] : [];
}
