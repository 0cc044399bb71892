import {
  parse,
  type CommandNode,
  type CompoundList,
  type ParsedScript,
  type PipelineNode,
  type Statement,
  type SyntaxNode,
} from 'unbash';
import type { RawCommand, RawError, RawScript } from '../raw.js';
import { ShellTree } from '../tree.js';
import type { ShellJoin, ShellScope } from '../types.js';
import { bracketCommand, collect, simpleCommand, type Found, type Nested, type Place, type Position } from './words.js';

const maxDepth = 100;
const maxCommands = 10_000;
/** Nested scripts are scanned again for each level; this bounds the sum, in UTF-16 units. */
const maxRescan = 2_000_000;

interface State {
  readonly commands: RawCommand[];
  readonly errors: RawError[];
  readonly text: string;
  lists: number;
  rescan: number;
  limited: boolean;
}

/**
 * Shell text as plain commands with offsets in `text`. Keeps what parses; never throws on any text.
 * This folder alone knows the parser package (unbash).
 */
export function readShell(text: string): RawScript {
  const state: State = { commands: [], errors: [], text, lists: 0, rescan: maxRescan, limited: false };
  let simple = false;
  let tree: ShellTree | undefined;
  try {
    const script = parse(text);
    tree = new ShellTree(text, script);
    simple = script.commands.every(isSimple);
    walkScript(state, script, { source: text, within: undefined, depth: 0 }, []);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    reportLimit(state, 0);
  }
  return { commands: state.commands, errors: state.errors, simple: simple && state.errors.length === 0, tree };
}

function isSimple({ command, background }: Statement): boolean {
  if (background === true) return false;
  const parts = command.type === 'AndOr' ? command.commands : [command];
  if (command.type === 'AndOr' && command.operators.includes('||')) return false;
  return parts.every((part) =>
    part.type === 'Pipeline' ? part.prefixes.length === 0 && part.commands.every(isPlain) : isPlain(part),
  );
}

function isPlain({ type }: CommandNode): boolean {
  return type === 'Command' || type === 'TestCommand' || type === 'ArithmeticCommand';
}

function walkScript(state: State, script: ParsedScript, place: Place, scopes: readonly ShellScope[]): void {
  for (const { message, pos } of script.errors ?? []) reportError(state, message, place.within?.pos ?? pos);
  walkList(state, script.commands, place, scopes);
}

function reportError(state: State, message: string, pos: number): void {
  if (message.startsWith('maximum ')) {
    reportLimit(state, pos);
    return;
  }
  const start = Math.max(0, Math.min(pos, state.text.length - 1));
  let end = start;
  while (end < state.text.length && !/\s/.test(state.text.charAt(end))) end++;
  const span = { start, end: Math.min(Math.max(end, start + 1), state.text.length) };
  state.errors.push({ ...span, kind: 'syntax', message: `The shell will refuse this: ${message}.` });
}

function reportLimit(state: State, pos: number): void {
  if (state.limited) return;
  state.limited = true;
  const end = Math.min(pos + 1, state.text.length);
  const message = 'This shell text is too long or too deeply nested to be checked completely.';
  state.errors.push({ start: Math.min(pos, end), end, kind: 'limit', message });
}

function walkList(state: State, statements: readonly Statement[], place: Place, scopes: readonly ShellScope[]): void {
  const list = state.lists++;
  let previous: Statement | undefined;
  for (const statement of statements) {
    if (state.commands.length >= maxCommands) {
      reportLimit(state, place.within?.pos ?? statement.pos);
      return;
    }
    const join = previous === undefined ? 'start' : separator(previous, statement, place.source);
    const { command } = statement;
    if (command.type === 'AndOr') {
      command.commands.forEach((part, i) => {
        walkPipeline(state, part, place, { list, scopes, join: i === 0 ? join : (command.operators[i - 1] ?? '&&') });
      });
    } else walkPipeline(state, command, place, { list, scopes, join });
    previous = statement;
  }
}

function separator(before: Statement, after: Statement, source: string): ShellJoin {
  if (before.background === true) return '&';
  for (let at = before.end; at < after.pos; at++) {
    const c = source[at];
    if (c === ';') return ';';
    if (c !== ' ' && c !== '\t') return 'newline';
  }
  return 'newline';
}

function walkPipeline(state: State, node: PipelineNode, place: Place, at: Position): void {
  if (node.type !== 'Pipeline') {
    walkCommand(state, node, place, at);
    return;
  }
  node.commands.forEach((part, i) => walkCommand(state, part, place, i === 0 ? at : { ...at, join: '|' }));
}

function walkCommand(state: State, node: CommandNode | CompoundList, place: Place, at: Position): void {
  const body = (list: CompoundList, ...inner: readonly ShellScope[]): void =>
    walkList(state, list.commands, place, [...at.scopes, ...inner]);
  const words = (nodes: readonly SyntaxNode[], ...inner: readonly ShellScope[]): void => {
    const nested: Nested[] = [];
    for (const word of nodes) collect(word, [], nested);
    walkNested(state, nested, place, [...at.scopes, ...inner]);
  };
  switch (node.type) {
    case 'Command':
      emit(state, simpleCommand(node, place, at), place, at);
      return;
    case 'TestCommand':
    case 'ArithmeticCommand':
      emit(state, bracketCommand(node, place, at), place, at);
      return;
    case 'Redirected':
      walkCommand(state, node.command, place, at);
      words(node.redirects);
      return;
    case 'Subshell':
      body(node.body, 'subshell');
      return;
    case 'BraceGroup':
      body(node.body, 'group');
      return;
    case 'CompoundList':
      body(node, 'group');
      return;
    case 'If':
      for (const branch of [node, ...node.elif]) {
        body(branch.clause, 'if', 'condition');
        body(branch.then, 'if');
      }
      if (node.else) body(node.else, 'if');
      return;
    case 'While':
      body(node.clause, 'loop', 'condition');
      body(node.body, 'loop');
      return;
    case 'For':
    case 'Select':
      words(node.wordlist ?? [], 'loop');
      body(node.body, 'loop');
      return;
    case 'ArithmeticFor':
      words(
        [node.initialize, node.test, node.update].filter((part) => part !== undefined),
        'loop',
      );
      body(node.body, 'loop');
      return;
    case 'Case':
      words([node.word], 'case');
      for (const item of node.items) {
        words(item.pattern, 'case');
        body(item.body, 'case');
      }
      return;
    case 'Function':
    case 'Coproc': {
      const scope = node.type === 'Function' ? 'function' : 'subshell';
      if (node.body.type === 'BraceGroup') body(node.body.body, scope);
      else walkCommand(state, node.body, place, { list: state.lists++, scopes: [...at.scopes, scope], join: 'start' });
    }
  }
}

function emit(state: State, { command, nested }: Found, place: Place, at: Position): void {
  state.commands.push(command);
  walkNested(state, nested, place, at.scopes);
}

function walkNested(state: State, nested: readonly Nested[], place: Place, scopes: readonly ShellScope[]): void {
  for (const { pos, end, script } of nested) {
    if (script === undefined) continue;
    state.rescan -= end - pos;
    if (place.depth >= maxDepth || state.rescan < 0) {
      reportLimit(state, place.within?.pos ?? pos);
      return;
    }
    const moved = script.source !== undefined;
    const inner: Place = {
      source: script.source ?? place.source,
      within: place.within ?? (moved ? { pos, end } : undefined),
      depth: place.depth + 1,
    };
    walkScript(state, script, inner, [...scopes, 'substitution']);
  }
}
