import type { Stage, StageLink } from '../../server/src/engine/dockerfile/model/types.js';
import type { Place } from '../../server/tools/conformance/types.js';
import { stageHere } from './predicates.js';

/** What the place's COPY takes files from, with the stage that holds it. */
export function copyHere(place: Place): { readonly stage: Stage; readonly link: StageLink } | undefined {
  const stage = stageHere(place);
  const link = stage?.links.find(({ instruction }) => instruction === place.instruction);
  return stage === undefined || link?.instruction.keyword !== 'COPY' ? undefined : { stage, link };
}
