import { weaklyMemoised } from '../../memo.js';
import { argumentsOf, literalOf, nameOf, variableOf } from '../names.js';
import type { ShellTree } from '../tree.js';
import { forEachChild, type Command, type Function, type SyntaxNode } from '../unbash/nodes.js';
import { appended, contentOfExpansion, contentOfWord } from './contents.js';
import { joinContents, joinStates, withContent, type Content, type Outcome, type State } from './state.js';

/** Calls of functions that are followed, and how deep; and steps altogether: beyond, nothing is known. */
const maxCalls = 100;
const maxDepth = 20;
const maxSteps = 200_000;

/** What every `$X` of a text gives, whatever way the shell took to get there. */
export type Contents = ReadonlyMap<SyntaxNode, Content>;

/** The contents of the expansions of a text; undefined when it is too large to follow. Never throws. */
export const contentsOf = weaklyMemoised((tree: ShellTree): Contents | undefined => {
  const walk = new Walk();
  walk.run(tree.script, new Map());
  walk.runUncalled();
  return walk.steps > maxSteps ? undefined : walk.contents;
});

const same = (state: State): Outcome => ({ ok: state, failed: state });
const after = ({ ok, failed }: Outcome): State => joinStates(ok, failed);

class Walk {
  readonly contents = new Map<SyntaxNode, Content>();
  steps = 0;
  readonly #functions = new Map<string, Function>();
  readonly #called = new Set<Function>();
  #calls = 0;
  #depth = 0;

  /** Functions that nobody calls by name may be called with anything. */
  runUncalled(): void {
    for (const body of this.#functions.values()) if (!this.#called.has(body)) this.run(body.body, new Map());
  }

  run(node: SyntaxNode, state: State): Outcome {
    this.steps += 1 + (state?.size ?? 0) / 8;
    if (state === undefined || this.steps > maxSteps || this.#depth > 200) return same(state);
    this.#depth++;
    const outcome = this.#run(node, state);
    this.#depth--;
    return outcome;
  }

  #run(node: SyntaxNode, state: State): Outcome {
    switch (node.type) {
      case 'Script':
      case 'CompoundList':
        return this.#list(node.commands, state);
      case 'Statement':
        return this.run(node.command, state);
      case 'AndOr':
        return this.#andOr(node.commands, node.operators, state);
      case 'Pipeline':
        for (const part of node.commands) this.run(part, state);
        return node.commands.length === 1 && node.commands[0] !== undefined
          ? this.run(node.commands[0], state)
          : same(state);
      case 'Redirected': {
        for (const redirect of node.redirects) this.#words(redirect, state);
        return this.run(node.command, state);
      }
      case 'Subshell':
        this.run(node.body, state);
        return same(state);
      case 'BraceGroup':
        return this.run(node.body, state);
      case 'If':
      case 'Elif': {
        const condition = this.run(node.clause, state);
        const then = after(this.run(node.then, condition.ok));
        if (node.type === 'Elif') return { ok: then, failed: condition.failed };
        return same(joinStates(then, this.#branches(node.elif, node.else, condition.failed)));
      }
      case 'While': {
        const start = this.#withLoop(node.body, state);
        const condition = this.run(node.clause, start);
        const [into, out] = node.kind === 'while' ? [condition.ok, condition.failed] : [condition.failed, condition.ok];
        return same(joinStates(out, after(this.run(node.body, into))));
      }
      case 'For':
      case 'Select': {
        for (const word of node.wordlist ?? []) this.#words(word, state);
        const values = (node.wordlist ?? []).map((word) => contentOfWord(word, state));
        const item = values.length === 0 ? 'other' : values.reduce(joinContents);
        const into = withContent(this.#withLoop(node.body, state), node.name.value, item === 'empty' ? 'other' : item);
        return same(joinStates(into, after(this.run(node.body, into))));
      }
      case 'Case':
        return this.#case(node, state);
      case 'Function':
        this.#functions.set(node.name.value, node);
        return same(state);
      case 'Coproc':
        this.run(node.body, state);
        return same(state);
      case 'Command':
        return this.#command(node, state);
      default:
        return same(this.#words(node, state));
    }
  }

  #list(statements: readonly SyntaxNode[], state: State): Outcome {
    let last = same(state);
    for (const statement of statements) last = this.run(statement, after(last));
    return last;
  }

  #andOr(commands: readonly SyntaxNode[], operators: readonly string[], state: State): Outcome {
    let outcome = same(state);
    commands.forEach((command, i) => {
      const operator = operators[i - 1];
      if (operator === undefined) outcome = this.run(command, state);
      else if (operator === '&&') {
        const next = this.run(command, outcome.ok);
        outcome = { ok: next.ok, failed: joinStates(outcome.failed, next.failed) };
      } else {
        const next = this.run(command, outcome.failed);
        outcome = { ok: joinStates(outcome.ok, next.ok), failed: next.failed };
      }
    });
    return outcome;
  }

  #branches(elif: readonly SyntaxNode[], last: SyntaxNode | undefined, state: State): State {
    let joined: State;
    let rest = state;
    for (const branch of elif) {
      const { ok, failed } = this.run(branch, rest);
      joined = joinStates(joined, ok);
      rest = failed;
    }
    return joinStates(joined, last === undefined ? rest : after(this.run(last, rest)));
  }

  #case({ word, items }: Extract<SyntaxNode, { type: 'Case' }>, state: State): Outcome {
    this.#words(word, state);
    const complete = items.some(({ pattern }) => pattern.some(({ value }) => value === '*'));
    let joined = complete ? undefined : state;
    for (const { pattern, body } of items) {
      for (const each of pattern) this.#words(each, state);
      joined = joinStates(joined, after(this.run(body, state)));
    }
    return same(joined);
  }

  /** What a loop changes may be so when it begins again. */
  #withLoop(body: SyntaxNode, state: State): State {
    const silent = new Walk();
    silent.steps = this.steps;
    const once = after(silent.run(body, state));
    this.steps = silent.steps;
    return joinStates(state, once);
  }

  #command(command: Command, before: State): Outcome {
    let state = this.#words(command, before);
    const name = nameOf(command);
    if (command.name === undefined) return same(this.#assign(command.prefix, state));
    if (name === undefined) return same(state);
    const words = argumentsOf(command);
    switch (name) {
      case 'exit':
      case 'return':
      case 'exec':
        return same(words.length === 0 && name === 'exec' ? state : undefined);
      case 'true':
      case ':':
        return { ok: state, failed: undefined };
      case 'false':
        return { ok: undefined, failed: state };
      case 'export':
      case 'readonly':
      case 'local':
      case 'declare':
      case 'typeset':
        return same(this.#assign(command.suffix, state));
      case 'unset':
      case 'read':
      case 'mapfile':
      case 'readarray':
        for (const word of words) state = withContent(state, literalOf(word) ?? '', 'other');
        return same(state);
      case 'getopts':
        return same(withContent(state, words[1]?.value ?? '', 'plain'));
      default:
        return this.#call(name, state);
    }
  }

  #call(name: string, state: State): Outcome {
    const called = this.#functions.get(name);
    if (called === undefined || this.#calls >= maxCalls || this.#depth > maxDepth * 4) return same(state);
    this.#calls++;
    this.#called.add(called);
    const { ok, failed } = this.run(called.body, state);
    return ok === undefined && failed === undefined ? same(state) : { ok, failed };
  }

  #assign(parts: readonly SyntaxNode[], before: State): State {
    let state = before;
    for (const part of parts) {
      if (part.type !== 'Assignment') continue;
      const content =
        part.value.type === 'Word' && part.index === undefined ? contentOfWord(part.value, state) : 'other';
      const old = state?.get(part.name) ?? 'outside';
      state = withContent(state, part.name, part.append === true ? appended(old, content) : content);
    }
    return state;
  }

  /** Takes down what each expansion below a node gives, runs nested scripts, and answers what `${X:=y}` changed. */
  #words(node: SyntaxNode, before: State): State {
    let state = before;
    this.steps++;
    if (node.type === 'CommandExpansion' || node.type === 'ProcessSubstitution') {
      if (node.script !== undefined) this.run(node.script, state);
      return state;
    }
    if (variableOf(node) !== undefined) {
      const content = contentOfExpansion(node, state);
      const known = this.contents.get(node);
      this.contents.set(node, known === undefined ? content : joinContents(known, content));
    }
    forEachChild(node, (child) => {
      state = this.#words(child, state);
    });
    if (
      node.type === 'ParameterExpansion' &&
      node.operation?.type === 'Default' &&
      node.operation.operator.endsWith('=')
    ) {
      state = withContent(state, node.parameter, contentOfExpansion(node, state));
    }
    if (node.type === 'ArithmeticBinary' && node.operator.endsWith('=') && node.left.type === 'ArithmeticWord') {
      if (!/^[=!<>]=$/.test(node.operator)) state = withContent(state, node.left.value, 'plain');
    }
    return state;
  }
}
