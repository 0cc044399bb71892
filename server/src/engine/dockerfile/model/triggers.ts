import type { Instruction } from '../syntax/types.js';

/** The triggers that run at the start of a stage built from `parent`; not those of its own parents. */
export function triggersOf(
  parent: { readonly instructions: readonly Instruction[] } | undefined,
): readonly Instruction[] {
  return parent?.instructions.flatMap(({ trigger }) => trigger ?? []) ?? [];
}
