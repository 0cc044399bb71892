import type { Instruction } from '../syntax/types.js';

/** The top-level instruction that holds a trigger, or the instruction itself. Never throws. */
export function outermost(instruction: Instruction): Instruction {
  let outer = instruction;
  while (outer.parent !== undefined) outer = outer.parent;
  return outer;
}
