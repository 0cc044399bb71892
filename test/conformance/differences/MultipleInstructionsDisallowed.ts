import { stageHere } from '../predicates.js';
import { differences, type Difference } from '../../../server/tools/conformance/types.js';

const kinds = [
  ['duplicate-cmd', 'CMD'],
  ['duplicate-entrypoint', 'ENTRYPOINT'],
  ['duplicate-healthcheck', 'HEALTHCHECK'],
] as const;

export default differences(
  ...kinds.map(([rule, keyword]): Difference => {
    const value = keyword === 'HEALTHCHECK' ? 'NONE' : '["a"]';
    return {
      rule,
      tool: 'buildkit',
      code: 'MultipleInstructionsDisallowed',
      side: 'theirs',
      class: 'deliberate',
      reason: 'A stage may replace what a trigger of the stage below it sets, which is for images elsewhere too.',
      example: `FROM debian:13-slim AS base\nONBUILD ${keyword} ${value}\nFROM base\n${keyword} ${value}\n`,
      neighbour: `FROM debian:13-slim AS base\n${keyword} ${value}\n${keyword} ${value}\nFROM base\n${keyword} ${value}\n`,
      says: `Multiple ${keyword} instructions`,
      accepts: (place) =>
        place.instruction?.keyword === 'FROM' &&
        place.message.includes(keyword) &&
        stageHere(place)?.parent?.instructions.some(({ trigger }) => trigger?.keyword === keyword) === true,
    };
  }),
);
