import type { Comment, DockerfileSyntax, Instruction } from '../dockerfile/syntax/types.js';
import type { Span } from '../text/span.js';

/** Where comments stand. They are asked about in order, so that nothing is looked at twice. */
export class Surroundings {
  readonly instructions: readonly Instruction[];
  readonly #comments: readonly Comment[];
  #next = 0;
  #empty = 0;
  #from = 0;

  constructor({ instructions, comments }: DockerfileSyntax) {
    this.instructions = instructions;
    this.#comments = comments;
  }

  /** The index of the instruction that holds or follows a place; the number of instructions behind the last. */
  next({ start }: Span): number {
    while ((this.instructions[this.#next]?.span.end ?? Infinity) <= start) this.#next++;
    return this.#next;
  }

  /** Whether an empty comment stands behind the one of an index and above an instruction: BuildKit forgets all above it. */
  isForgotten(index: number, { span }: Instruction): boolean {
    this.#empty = Math.max(this.#empty, index + 1);
    while (this.#comments[this.#empty] !== undefined && this.#comments[this.#empty]?.text.trim() !== '') this.#empty++;
    const empty = this.#comments[this.#empty];
    return empty !== undefined && empty.span.start <= span.start;
  }

  /**
   * The rest of a stage: from the instruction of an index on, FROM included, to the last one before the next FROM.
   */
  restOfStage(next: number): Span | undefined {
    const below = this.instructions[next];
    if (below === undefined) return undefined;
    const last = this.#nextFrom(below.keyword === 'FROM' ? next + 1 : next) - 1;
    return { start: below.span.start, end: Math.max(below.span.end, this.instructions[last]?.span.end ?? 0) };
  }

  /** The index of the first FROM from an index on, which never goes down; the number of instructions without one. */
  #nextFrom(index: number): number {
    this.#from = Math.max(this.#from, index);
    while (this.#from < this.instructions.length && this.instructions[this.#from]?.keyword !== 'FROM') this.#from++;
    return this.#from;
  }
}
