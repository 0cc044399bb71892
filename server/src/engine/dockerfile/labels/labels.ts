import { memoised } from '../../memo.js';
import type { DockerfileDocument, Stage } from '../model/types.js';
import { shippedStages } from '../stages/shipped.js';
import { stageChain } from '../stages/chain.js';
import type { Instruction, KeyValue } from '../syntax/types.js';

/** One pair of LABEL. */
export interface Label {
  readonly instruction: Instruction;
  readonly pair: KeyValue;
  /** Index of the pair in the instruction. */
  readonly index: number;
  /** Undefined where it is known only at build time. */
  readonly key: string | undefined;
  /** Undefined where a variable takes part: the build command may give it another value. */
  readonly value: string | undefined;
}

/** The labels of every LABEL, triggers included. Linear; never throws. */
export const labelsOf = memoised((doc: DockerfileDocument): readonly Label[] =>
  doc.byKeyword('LABEL').flatMap((instruction) =>
    instruction.pairs.flatMap((pair, index) => {
      if (pair.value === undefined) return [];
      const { value, known } = doc.expand(pair.key, instruction);
      const fixed = pair.value.variables.length === 0 ? pair.value.value : undefined;
      return [{ instruction, pair, index, key: known ? value : undefined, value: fixed }];
    }),
  ),
);

/** The stages that become images and that no other stage goes on from, with the keys of their labels. Linear. */
export const labelledStages = memoised((doc: DockerfileDocument): ReadonlyMap<Stage, readonly Label[]> => {
  const own = new Map<Stage, Label[]>();
  for (const label of labelsOf(doc)) {
    const stage = label.instruction.parent === undefined ? doc.stageOf(label.instruction) : undefined;
    if (stage === undefined) continue;
    const list = own.get(stage);
    if (list === undefined) own.set(stage, [label]);
    else list.push(label);
  }
  const parents = new Set(doc.stages.map(({ parent }) => parent));
  const ends = [...shippedStages(doc)].filter((stage) => stage.isFinal || !parents.has(stage));
  return new Map(ends.map((stage) => [stage, stageChain(stage).flatMap((each) => own.get(each) ?? [])]));
});
