import type { DockerfileSyntax, Instruction } from '../syntax/types.js';
import type { ExpandOptions } from './expand.js';
import type { ScopeAt } from './scope.js';
import { PerInstruction } from './perInstruction.js';
import { shellPragmas } from './shellPragma.js';
import { StageModel } from './stages.js';
import type { StageHost } from './stages.js';
import { globalScopes, walkStages } from './timeline.js';
import type { Outcome, Timeline } from './timeline.js';

/** The stages of a file and how they hang together. Parts are computed at the first question. */
export class StageGraph implements StageHost {
  readonly syntax: DockerfileSyntax;
  readonly preamble: readonly Instruction[];
  readonly stages: readonly StageModel[];
  readonly globals: ScopeAt;
  readonly lastByName: ReadonlyMap<string, StageModel>;
  readonly #options: ExpandOptions;
  readonly #preambleScopes: ReadonlyMap<Instruction, ScopeAt>;
  #stageOf: PerInstruction<StageModel> | undefined;
  #timeline: Timeline | undefined;
  #reachable: ReadonlySet<StageModel> | undefined;

  constructor(syntax: DockerfileSyntax) {
    const { preamble, blocks } = split(syntax.instructions);
    this.syntax = syntax;
    this.preamble = preamble;
    this.#options = { escape: syntax.escape };
    const { before, end } = globalScopes(preamble, this.#options);
    this.#preambleScopes = before;
    this.globals = end;
    const byName = new Map<string, StageModel>();
    this.lastByName = byName;
    this.stages = blocks.map(([from, instructions], index) => {
      const stage = new StageModel(this, index, from, instructions, byName);
      if (stage.name !== undefined) byName.set(stage.name, stage);
      return stage;
    });
  }

  /** The stage of a top-level instruction. */
  stageOf(instruction: Instruction): StageModel | undefined {
    this.#stageOf ??= this.#mapStages();
    return this.#stageOf.get(instruction);
  }

  #mapStages(): PerInstruction<StageModel> {
    const map = new PerInstruction<StageModel>(this.syntax.instructions);
    for (const stage of this.stages) {
      for (const instruction of stage.instructions) map.set(instruction, stage);
    }
    return map;
  }

  /** The global scope before an instruction of the preamble. */
  preambleScope(instruction: Instruction): ScopeAt {
    return this.#preambleScopes.get(instruction) ?? this.globals;
  }

  get timeline(): Timeline {
    this.#timeline ??= walkStages(
      { instructions: this.syntax.instructions, stages: this.stages, pragmas: shellPragmas(this.syntax) },
      this.globals,
      this.#options,
    );
    return this.#timeline;
  }

  outcomeOf(stage: StageModel): Outcome {
    const outcome = this.timeline.outcomes[stage.index];
    if (outcome === undefined) throw new RangeError('a stage of another file');
    return outcome;
  }

  isReachable(stage: StageModel): boolean {
    this.#reachable ??= this.#reach();
    return this.#reachable.has(stage);
  }

  /** The final stage and all that it is built from, the triggers of parents included (allReachableStages in convert.go). */
  #reach(): ReadonlySet<StageModel> {
    const reached = new Set<StageModel>();
    const triggered = new Set<StageModel>();
    const open = this.stages.slice(-1);
    for (let stage = open.pop(); stage !== undefined; stage = open.pop()) {
      if (reached.has(stage)) continue;
      reached.add(stage);
      if (stage.parent !== undefined) open.push(stage.parent);
      for (const { source } of stage.links) if (source.kind === 'stage') open.push(source.stage);
      if (stage.parent === undefined || triggered.has(stage.parent)) continue;
      triggered.add(stage.parent);
      for (const { source } of stage.parent.triggerLinks) if (source.kind === 'stage') open.push(source.stage);
    }
    return reached;
  }
}

function split(instructions: readonly Instruction[]): {
  readonly preamble: readonly Instruction[];
  readonly blocks: readonly (readonly [Instruction, readonly Instruction[]])[];
} {
  const starts: number[] = [];
  for (const { keyword, index } of instructions) if (keyword === 'FROM') starts.push(index);
  const blocks = starts.flatMap((start, i) => {
    const block = instructions.slice(start, starts[i + 1]);
    const from = block[0];
    return from === undefined ? [] : [[from, block] as const];
  });
  return { preamble: instructions.slice(0, starts[0]), blocks };
}
