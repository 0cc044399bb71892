import type { Instruction } from '../syntax/types.js';

/** Whether a copy has --link: BuildKit then knows no names of users (dockerfile2llb, chown), only numbers. Never throws. */
export function isLinked({ flags }: Instruction): boolean {
  return flags.some(({ name, value }) => name === 'link' && value?.value.toLowerCase() !== 'false');
}
