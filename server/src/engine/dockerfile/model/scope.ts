import type { Instruction, KeyValue, Word } from '../syntax/types.js';
import { expandText } from './expand.js';
import type { ExpandOptions, Lookup } from './expand.js';
import { emptyMap, entriesOf, getIn, setIn } from './persistent.js';
import type { PersistentMap } from './persistent.js';
import type { Expansion, Scope, Variable } from './types.js';

type Variables = PersistentMap<Variable>;

/** Set in global scope by BuildKit (dockerfile2llb/platform.go, defaultArgs); a stage sees them after `ARG NAME`. */
const PLATFORM_ARGS = [
  'BUILDPLATFORM',
  'BUILDOS',
  'BUILDOSVERSION',
  'BUILDARCH',
  'BUILDVARIANT',
  'TARGETPLATFORM',
  'TARGETOS',
  'TARGETOSVERSION',
  'TARGETARCH',
  'TARGETVARIANT',
  'TARGETSTAGE',
] as const;

/** Build arguments that need no ARG (https://docs.docker.com/reference/dockerfile/#predefined-args), and PATH. */
const STAGE_PREDEFINED = [
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]),
  'PATH',
] as const;

/** Variables at one place; `all` is put together when somebody asks. */
class ScopeAt implements Scope {
  readonly variables: Variables;
  /** Whether an undeclared name is certainly unset, because no base image can set it. */
  readonly closed: boolean;
  #all: ReadonlyMap<string, Variable> | undefined;

  constructor(variables: Variables, closed: boolean) {
    this.variables = variables;
    this.closed = closed;
  }

  get(name: string): Variable | undefined {
    return getIn(this.variables, name);
  }

  get all(): ReadonlyMap<string, Variable> {
    this.#all ??= new Map(entriesOf(this.variables));
    return this.#all;
  }
}

export type { ScopeAt };

/** The scope of global ARGs before any is declared. */
export const globalStart: ScopeAt = new ScopeAt(predefined(PLATFORM_ARGS), true);

/** The scope of a stage on an external base; `closed` for scratch, which brings no variables. */
export function stageStart(closed: boolean): ScopeAt {
  return closed ? scratchStart : imageStart;
}

const imageStart = new ScopeAt(predefined(STAGE_PREDEFINED), false);
const scratchStart = new ScopeAt(predefined(STAGE_PREDEFINED), true);

function predefined(names: readonly string[]): Variables {
  return names.reduce<Variables>(
    (map, name) =>
      setIn(map, name, {
        name,
        kind: 'predefined',
        value: undefined,
        optional: false,
        declaration: undefined,
        span: undefined,
      }),
    emptyMap,
  );
}

/** Docker's expansion of a word of an instruction in a scope. Never throws. */
export function expandWord(
  word: Word,
  instruction: Instruction,
  scope: () => ScopeAt,
  options: ExpandOptions,
): Expansion {
  if (word.variables.length === 0) return { value: word.value, known: true, unknown: [] };
  const variables = scope();
  return expandText(textOf(word, instruction), (name) => lookup(variables, name), options);
}

/** A string of a JSON array loses its JSON escapes before Docker expands it. */
function textOf(word: Word, instruction: Instruction): string {
  const { start } = word.span;
  return instruction.json?.find((string) => string.span.start === start)?.value ?? word.text;
}

function lookup(scope: ScopeAt, name: string): Lookup {
  if (!/^[\p{L}_]/u.test(name)) return 'unset';
  const variable = scope.get(name);
  if (variable === undefined) return scope.closed ? 'not-given' : 'unknown';
  if (variable.value !== undefined) return { value: variable.value };
  return variable.optional ? 'not-given' : 'unknown';
}

/**
 * The scope behind an ARG or ENV (dockerfile2llb/convert.go, dispatchArg, dispatchEnv, buildMetaArgs): the pairs of an
 * ENV see what stood before it, those of an ARG see each other, and whatever comes last wins.
 */
export function declare(
  before: ScopeAt,
  instruction: Instruction,
  options: ExpandOptions,
  globals: ScopeAt | undefined,
): ScopeAt {
  if (instruction.keyword === 'ENV') return instruction.pairs.reduce(env, before);
  if (instruction.keyword === 'ARG') return instruction.pairs.reduce(arg, before);
  return before;

  function env(scope: ScopeAt, { key, value, span }: KeyValue): ScopeAt {
    const expanded = value && expandWord(value, instruction, () => before, options);
    return add(scope, {
      name: expandWord(key, instruction, () => before, options).value,
      kind: 'env',
      value: expanded?.known === true ? expanded.value : undefined,
      optional: false,
      declaration: instruction,
      span,
    });
  }

  function arg(scope: ScopeAt, { key, value, span }: KeyValue): ScopeAt {
    const kind = globals === undefined ? 'global-arg' : 'arg';
    const base = { name: key.value, kind, optional: false, declaration: instruction, span } as const;
    if (value !== undefined) {
      const expanded = expandWord(value, instruction, () => scope, options);
      return add(scope, { ...base, value: expanded.known ? expanded.value : undefined });
    }
    const inherited = globals?.get(base.name);
    if (inherited !== undefined && !inherited.optional) return add(scope, { ...base, value: inherited.value });
    const earlier = scope.get(base.name);
    if (earlier !== undefined && (earlier.kind !== 'predefined' || globals === undefined)) return scope;
    return add(scope, { ...base, value: undefined, optional: true });
  }
}

function add(scope: ScopeAt, variable: Variable): ScopeAt {
  return new ScopeAt(setIn(scope.variables, variable.name, variable), scope.closed);
}
