import { keyFault } from '../../../server/src/engine/dockerfile/labels/keys.js';
import type { Expansion } from '../../../server/src/engine/dockerfile/model/types.js';
import { differences, type Place } from '../../../server/tools/conformance/types.js';

const asked = /^com\.docker\.(?:desktop\.extension|extension)\./;
const common = { rule: 'invalid-label-key', tool: 'hadolint', code: 'DL3048', side: 'theirs' } as const;

/** Every key of the place's LABEL is right, or of the kind that is asked for; and some are. */
function allButSome(
  { doc, instruction }: Place,
  isOdd: (key: string, variable: Expansion | undefined) => boolean,
): boolean {
  if (instruction === undefined) return false;
  const odd = instruction.pairs.filter(({ key }) =>
    isOdd(key.value, key.variables.length > 0 ? doc.expand(key, instruction) : undefined),
  );
  return (
    odd.length > 0 && instruction.pairs.every((pair) => odd.includes(pair) || keyFault(pair.key.value) === undefined)
  );
}

export default differences(
  {
    ...common,
    class: 'deliberate',
    reason: 'Docker itself asks authors of extensions for these labels.',
    example: 'FROM debian:13-slim\nLABEL com.docker.extension.screenshots="[]"\n',
    neighbour: 'FROM debian:13-slim\nLABEL com.docker.screenshots="[]"\n',
    accepts: (place) => allButSome(place, (key) => asked.test(key)),
  },
  {
    ...common,
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3048.hs',
    reason: 'hadolint takes the dollar sign of a variable for a letter of the name.',
    example: 'ARG PREFIX\nFROM debian:13-slim\nARG PREFIX\nLABEL $PREFIX.name=a\n',
    neighbour: 'ARG PREFIX\nFROM debian:13-slim\nARG PREFIX\nLABEL Name=a\n',
    accepts: (place) =>
      allButSome(
        place,
        (_, variable) => variable !== undefined && (!variable.known || keyFault(variable.value) === undefined),
      ),
  },
);
