import type { Stage } from '../model/types.js';

/** A stage and the stages of the file that it is built from, itself first. Never throws. */
export function stageChain(stage: Stage): readonly Stage[] {
  const chain: Stage[] = [];
  for (let at: Stage | undefined = stage; at !== undefined; at = at.parent) chain.push(at);
  return chain;
}
