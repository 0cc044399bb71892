import type { Instruction } from '../syntax/types.js';

/**
 * A value for each instruction of one file. Top-level instructions, most of all, are found by their index, triggers in
 * a map. An instruction of another file has none.
 */
export class PerInstruction<T> {
  readonly #instructions: readonly Instruction[];
  readonly #top: (T | undefined)[];
  #triggers: Map<Instruction, T> | undefined;

  /** `instructions` are the top-level ones of the file. */
  constructor(instructions: readonly Instruction[]) {
    this.#instructions = instructions;
    this.#top = new Array<T | undefined>(instructions.length);
  }

  get(instruction: Instruction): T | undefined {
    const { index } = instruction;
    return this.#instructions[index] === instruction ? this.#top[index] : this.#triggers?.get(instruction);
  }

  set(instruction: Instruction, value: T): void {
    const { index } = instruction;
    if (this.#instructions[index] === instruction) {
      this.#top[index] = value;
      return;
    }
    this.#triggers ??= new Map();
    this.#triggers.set(instruction, value);
  }
}
