import {
  forEachChild,
  type ArithmeticCommand,
  type Assignment,
  type Command,
  type HereDoc,
  type HereDocDelimiter,
  type ParsedScript,
  type Redirection,
  type SyntaxNode,
  type TestCommand,
  type Word,
  type WordPart,
} from 'unbash';
import { placeValue, type Stretch } from '../pieces.js';
import type { RawAssignment, RawCommand, RawRedirect, RawWord } from '../raw.js';
import type { ShellJoin, ShellScope } from '../types.js';

/** Where nodes stand: the text that their offsets count, and, if that is not the joined text, the span to report. */
export interface Place {
  readonly source: string;
  readonly within: { readonly pos: number; readonly end: number } | undefined;
  readonly depth: number;
}

/** How a command joins its list. */
export interface Position {
  readonly list: number;
  readonly scopes: readonly ShellScope[];
  readonly join: ShellJoin;
}

/** A script inside a word: `$(…)`, `` `…` ``, `<(…)`. */
export interface Nested {
  readonly pos: number;
  readonly end: number;
  readonly script: ParsedScript | undefined;
}

/** A command and the scripts inside its words, in order. */
export interface Found {
  readonly command: RawCommand;
  readonly nested: readonly Nested[];
}

interface Range {
  readonly pos: number;
  readonly end: number;
}

const none: readonly never[] = [];

/** A simple command with its words, assignments and redirects. */
export function simpleCommand(node: Command, place: Place, at: Position): Found {
  const nested: Nested[] = [];
  const words: RawWord[] = [];
  const assignments: RawAssignment[] = [];
  const redirects: RawRedirect[] = [];
  for (const part of node.prefix) {
    if (part.type === 'Assignment') assignments.push(assignment(part, place, nested));
    else redirects.push(redirect(part, place, nested));
  }
  if (node.name) words.push(word(node.name, place, nested));
  for (const part of node.suffix) {
    if (part.type === 'Word') words.push(word(part, place, nested));
    else if (part.type === 'Assignment') words.push(argument(part, place, nested));
    else redirects.push(redirect(part, place, nested));
  }
  const name = words[0]?.literal === true ? baseName(words[0].value) : undefined;
  return { command: rawCommand(range(node, place), at, { assignments, words, redirects, name }), nested };
}

/** `[[ … ]]` and `(( … ))` as a command whose words are the opening mark and the operands. */
export function bracketCommand(node: TestCommand | ArithmeticCommand, place: Place, at: Position): Found {
  const nested: Nested[] = [];
  const name = node.type === 'TestCommand' ? '[[' : '((';
  const words: RawWord[] = [
    plainWord({ pos: node.pos, end: node.pos + 2 }, name, place, { literal: true, variables: none }),
  ];
  if (node.type === 'TestCommand') operands(node.expression, place, words, nested);
  else if (node.expression) {
    const variables: string[] = [];
    collect(node.expression, variables, nested);
    words.push(plainWord(node.expression, undefined, place, { literal: false, variables }));
  }
  return { command: rawCommand(range(node, place), at, { assignments: none, words, redirects: none, name }), nested };
}

/** Adds the variables that a node expands and the scripts that it runs; the scripts are not entered. */
export function collect(node: SyntaxNode, variables: string[], nested: Nested[]): void {
  switch (node.type) {
    case 'CommandExpansion':
    case 'ProcessSubstitution':
    case 'ArithmeticCommandExpansion':
      nested.push(node);
      return;
    case 'SimpleExpansion':
      variables.push(node.text.slice(1));
      return;
    case 'ParameterExpansion':
      variables.push(node.parameter);
      break;
    case 'ArithmeticWord':
      if (node.parts === undefined) variables.push(...(node.value.match(/\b[A-Za-z_]\w*/g) ?? none));
      break;
    default:
  }
  forEachChild(node, (child) => collect(child, variables, nested));
}

function operands(node: SyntaxNode, place: Place, words: RawWord[], nested: Nested[]): void {
  if (node.type === 'Word') words.push(word(node, place, nested));
  else forEachChild(node, (child) => operands(child, place, words, nested));
}

function word(node: Word, place: Place, nested: Nested[], globs = true): RawWord {
  const { text, value, parts } = node;
  const tilde = text.startsWith('~');
  const { start, end } = range(node, place);
  const pieces = place.within ? undefined : placed(value, node, text, parts ?? none);
  if (parts === undefined) {
    return { start, end, text: joined(text), value, literal: !tilde, quoted: false, variables: none, pieces };
  }
  const variables: string[] = [];
  for (const part of parts) collect(part, variables, nested);
  const literal = !tilde && parts.every((part) => isFixed(part, globs));
  return { start, end, text: joined(text), value, literal, quoted: parts.some(isQuoted), variables, pieces };
}

function placed(value: string, at: Range, text: string, parts: readonly WordPart[]): readonly number[] | undefined {
  if (value === text) return [0, at.pos];
  if (parts.length === 0) return placeValue(value, [{ kind: 'bare', start: at.pos, text }]);
  return placeValue(value, parts.flatMap(stretches));
}

function stretches(part: WordPart): readonly Stretch[] {
  const { pos: start, text } = part;
  switch (part.type) {
    case 'Literal':
      return [{ kind: 'bare', start, text }];
    case 'SingleQuoted':
      return [{ kind: 'copy', start: start + 1, text: part.value }];
    case 'DoubleQuoted':
      return part.parts.map((child) =>
        child.type === 'Literal'
          ? { kind: 'double', start: child.pos, text: child.text }
          : { kind: 'copy', start: child.pos, text: child.text },
      );
    default:
      return [{ kind: 'copy', start, text }];
  }
}

/** Whether the part means its value in every POSIX shell; `$'…'` and `$"…"` do not in dash. */
function isFixed(part: WordPart, globs: boolean): boolean {
  if (part.type === 'DoubleQuoted') return part.parts.every((child) => child.type === 'Literal');
  return part.type === 'Literal' || part.type === 'SingleQuoted' || (part.type === 'Glob' && !globs);
}

function isQuoted({ type }: WordPart): boolean {
  return type === 'SingleQuoted' || type === 'DoubleQuoted' || type === 'AnsiCQuoted' || type === 'LocaleString';
}

function assignment(node: Assignment, place: Place, nested: Nested[]): RawAssignment {
  if (node.index) collect(node.index, [], nested);
  return { ...range(node, place), name: node.name, value: assigned(node, place, nested) };
}

/** The right side; globs do not expand there. */
function assigned({ value }: Assignment, place: Place, nested: Nested[]): RawWord {
  if (value.type === 'Word') {
    const result = word(value, place, nested, false);
    return result.literal && /:~/.test(value.text) ? { ...result, literal: false } : result;
  }
  const variables: string[] = [];
  collect(value, variables, nested);
  return plainWord(value, undefined, place, { literal: false, variables });
}

/** `NAME=value` behind a command such as `export`: one word. */
function argument(node: Assignment, place: Place, nested: Nested[]): RawWord {
  const { value, literal, quoted, variables, pieces: inner } = assigned(node, place, nested);
  const head = node.text.slice(0, node.value.pos - node.pos);
  const shifted = inner?.map((n, i) => (i % 2 === 0 ? n + head.length : n));
  const pieces = shifted && !head.includes('\\') ? [0, node.pos, ...shifted] : undefined;
  const { start, end } = range(node, place);
  return { start, end, text: joined(node.text), value: head + value, literal, quoted, variables, pieces };
}

function redirect(node: Redirection, place: Place, nested: Nested[]): RawRedirect {
  const { descriptor } = node;
  const common = {
    ...range(node, place),
    operator: node.operator,
    descriptor: descriptor?.type === 'FileDescriptor' ? String(descriptor.value) : descriptor?.name,
  };
  if (node.type === 'HereDoc') return { ...common, ...hereDoc(node, place, nested) };
  return { ...common, target: node.target && word(node.target, place, nested), body: undefined };
}

function hereDoc(node: HereDoc, place: Place, nested: Nested[]): Pick<RawRedirect, 'target' | 'body'> {
  const { delimiter, body } = node;
  const variables: string[] = [];
  collect(body, variables, nested);
  const literal = delimiter?.quoted === true || (body.parts ?? none).every((part) => part.type === 'Literal');
  return {
    target: delimiter && delimiterWord(delimiter, place),
    body: plainWord(body, body.text, place, { literal, variables }),
  };
}

function delimiterWord(node: HereDocDelimiter, place: Place): RawWord {
  const { text, value, quoted } = node;
  const { start, end } = range(node, place);
  return { start, end, text, value, literal: true, quoted, variables: none, pieces: undefined };
}

function plainWord(
  node: Range,
  value: string | undefined,
  place: Place,
  about: { readonly literal: boolean; readonly variables: readonly string[] },
): RawWord {
  const text = value ?? place.source.slice(node.pos, node.end);
  const whole = !place.within && place.source.startsWith(text, node.pos) && node.end - node.pos === text.length;
  const { start, end } = range(node, place);
  const { literal, variables } = about;
  return {
    start,
    end,
    text,
    value: text,
    literal,
    quoted: false,
    variables,
    pieces: whole ? [0, node.pos] : undefined,
  };
}

/** One literal for every command, and one for every word above: objects of one shape are several times faster to read. */
function rawCommand(
  { start, end }: { readonly start: number; readonly end: number },
  { join, scopes, list }: Position,
  { assignments, words, redirects, name }: Pick<RawCommand, 'assignments' | 'words' | 'redirects' | 'name'>,
): RawCommand {
  const last = Math.max(end, words.at(-1)?.end ?? 0, assignments.at(-1)?.end ?? 0, redirects.at(-1)?.end ?? 0);
  return { start, end: last, assignments, words, redirects, name, join, scopes, list };
}

/** Offsets of a node; the parser counts past the end of the text for some unterminated ones. */
function range(node: Range, { within, source }: Place): { readonly start: number; readonly end: number } {
  if (within) return { start: within.pos, end: within.end };
  return { start: Math.min(node.pos, source.length), end: Math.min(node.end, source.length) };
}

function joined(text: string): string {
  return text.includes('\\\n') && !text.includes("'") ? text.replaceAll('\\\n', '') : text;
}

function baseName(path: string): string | undefined {
  return path.slice(path.lastIndexOf('/') + 1) || undefined;
}
