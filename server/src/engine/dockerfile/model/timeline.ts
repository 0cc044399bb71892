import type { ExpandOptions } from './expand.js';
import { declare, expandWord, globalStart, stageStart } from './scope.js';
import type { ScopeAt } from './scope.js';
import type { ShellPragma } from './shellPragma.js';
import type { StageModel } from './stages.js';
import type { Instruction } from '../syntax/types.js';
import { PerInstruction } from './perInstruction.js';
import type { OperatingSystem } from './types.js';
import { triggersOf } from './triggers.js';
import { joinWorkdir } from './workdir.js';

/** What is in force just before an instruction. Shared by neighbours that change nothing. */
export interface Moment {
  readonly scope: ScopeAt;
  readonly user: Instruction | undefined;
  readonly workdir: string | undefined;
  /** The SHELL instruction, or the comment that tells of the shell, whichever comes last. */
  readonly shell: Instruction | ShellPragma | undefined;
}

/** What a stage leaves to those built from it. */
export interface Outcome extends Moment {
  readonly cmd: Instruction | undefined;
  readonly entrypoint: Instruction | undefined;
  readonly healthcheck: Instruction | undefined;
}

/** Every moment of a file. */
export interface Timeline {
  readonly before: Pick<PerInstruction<Moment>, 'get'>;
  readonly outcomes: readonly Outcome[];
}

/** The scope behind the global ARGs: that of every FROM. */
export function globalScopes(
  preamble: readonly Instruction[],
  options: ExpandOptions,
): { readonly before: ReadonlyMap<Instruction, ScopeAt>; readonly end: ScopeAt } {
  const before = new Map<Instruction, ScopeAt>();
  let scope = globalStart;
  for (const instruction of preamble) {
    before.set(instruction, scope);
    if (instruction.keyword === 'ARG') scope = declare(scope, instruction, options, undefined);
  }
  return { before, end: scope };
}

/** What is walked. */
interface Walked {
  /** The top-level ones of the file. */
  readonly instructions: readonly Instruction[];
  readonly stages: readonly StageModel[];
  readonly pragmas: readonly ShellPragma[];
}

/**
 * Walks all stages once, in order, after dispatch in BuildKit's dockerfile2llb/convert.go. Linear; never throws.
 */
export function walkStages(
  { instructions, stages, pragmas }: Walked,
  globals: ScopeAt,
  options: ExpandOptions,
): Timeline {
  const before = new PerInstruction<Moment>(instructions);
  const outcomes: Outcome[] = [];
  const triggered = new Map<StageModel, Map<OperatingSystem, Walk>>();
  let told = 0;
  /** The last pragma that was not told before and stands above a place. */
  const pragmaAbove = (place: number): ShellPragma | undefined => {
    let last: ShellPragma | undefined;
    for (; (pragmas[told]?.span.start ?? Infinity) < place; told++) last = pragmas[told];
    return last;
  };
  // hadolint: above the first FROM it is the default of all stages, below one it counts for the stage.
  const shell = pragmaAbove(stages[0]?.from.span.start ?? 0);
  for (const stage of stages) {
    const walk = new Walk(stage.os, inherited(stage, outcomes, shell), globals, options);
    if (stage.parent !== undefined) walk.resume(afterTriggers(stage.parent, walk, triggered));
    for (const instruction of stage.instructions) {
      walk.tellShell(pragmaAbove(instruction.span.start));
      before.set(instruction, instruction === stage.from ? { ...walk.state, scope: globals } : walk.state);
      for (let trigger = instruction.trigger; trigger !== undefined; trigger = trigger.trigger) {
        before.set(trigger, walk.onBuild(trigger));
      }
      walk.apply(instruction);
    }
    outcomes.push(walk.state);
  }
  return { before, outcomes };
}

/** The walk of a child of `parent` behind its triggers, which run alike in every child of one operating system. */
function afterTriggers(parent: StageModel, child: Walk, triggered: Map<StageModel, Map<OperatingSystem, Walk>>): Walk {
  const ofParent = triggered.get(parent) ?? new Map<OperatingSystem, Walk>();
  triggered.set(parent, ofParent);
  const before = ofParent.get(child.os);
  if (before !== undefined) return before;
  const walk = child.copy();
  for (const trigger of triggersOf(parent)) walk.apply(trigger);
  ofParent.set(child.os, walk);
  return walk;
}

function inherited(stage: StageModel, outcomes: readonly Outcome[], shell: ShellPragma | undefined): Outcome {
  const parent = stage.parent && outcomes[stage.parent.index];
  if (parent !== undefined) return parent;
  const scratch = stage.baseImage?.familiar === 'scratch';
  return {
    scope: stageStart(scratch),
    user: undefined,
    workdir: scratch ? '/' : undefined,
    shell,
    cmd: undefined,
    entrypoint: undefined,
    healthcheck: undefined,
  };
}

class Walk {
  state: Outcome;
  /** What triggers see: the stage so far, with what earlier triggers set. Absent until the first trigger. */
  #triggers: Outcome | undefined;
  #ownCmd = false;
  readonly os: OperatingSystem;
  readonly #globals: ScopeAt;
  readonly #options: ExpandOptions;

  constructor(os: OperatingSystem, start: Outcome, globals: ScopeAt, options: ExpandOptions) {
    this.os = os;
    this.#globals = globals;
    this.#options = options;
    this.state = start;
  }

  copy(): Walk {
    return new Walk(this.os, this.state, this.#globals, this.#options);
  }

  /** Goes on from where another walk stands. */
  resume(other: Walk): void {
    this.state = other.state;
    this.#ownCmd = other.#ownCmd;
  }

  /** A comment that tells of the shell. */
  tellShell(shell: ShellPragma | undefined): void {
    if (shell === undefined) return;
    this.state = { ...this.state, shell };
    if (this.#triggers !== undefined) this.#triggers = { ...this.#triggers, shell };
  }

  apply(instruction: Instruction): void {
    this.state = this.#next(this.state, instruction);
    if (instruction.keyword === 'CMD') this.#ownCmd = true;
    if (this.#triggers !== undefined) this.#triggers = this.#next(this.#triggers, instruction);
  }

  /** The moment before a trigger, which then counts for the triggers behind it. */
  onBuild(trigger: Instruction): Moment {
    const moment = this.#triggers ?? this.state;
    this.#triggers = this.#next(moment, trigger);
    return moment;
  }

  #next(state: Outcome, instruction: Instruction): Outcome {
    switch (instruction.keyword) {
      case 'ARG':
      case 'ENV':
        return { ...state, scope: declare(state.scope, instruction, this.#options, this.#globals) };
      case 'USER':
        return { ...state, user: instruction };
      case 'WORKDIR':
        return { ...state, workdir: this.#workdir(state, instruction) };
      case 'SHELL':
        return { ...state, shell: instruction };
      case 'CMD':
        return { ...state, cmd: instruction };
      case 'ENTRYPOINT':
        return { ...state, entrypoint: instruction, cmd: this.#ownCmd ? state.cmd : undefined };
      case 'HEALTHCHECK':
        return { ...state, healthcheck: instruction };
      default:
        return state;
    }
  }

  #workdir(state: Outcome, instruction: Instruction): string | undefined {
    const word = instruction.words[0];
    if (word === undefined) return state.workdir;
    const { value, known } = expandWord(word, instruction, () => state.scope, this.#options);
    return known ? joinWorkdir(state.workdir, value, this.os) : undefined;
  }
}
