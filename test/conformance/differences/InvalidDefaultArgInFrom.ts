import { imageByDefault } from '../../../server/src/engine/dockerfile/stages/defaults.js';
import { givenByBuilds } from '../../../server/src/engine/dockerfile/stages/given.js';
import { isForOthers } from '../../../server/src/engine/dockerfile/stages/imageName.js';
import { differences } from '../../../server/tools/conformance/types.js';
import { stageHere } from '../predicates.js';

const common = { tool: 'buildkit', code: 'InvalidDefaultArgInFrom', side: 'theirs', class: 'unknowable' } as const;

export default differences(
  {
    ...common,
    rule: 'invalid-base-image',
    reason: 'A place of a template is for another program to fill in.',
    example: 'FROM REPLACE-ME\n',
    neighbour: 'FROM Replace/Me-\n',
    accepts: (place) => {
      const { image, base } = stageHere(place) ?? {};
      return image?.variables.length === 0 && base?.kind !== 'stage' && isForOthers(image.value);
    },
  },
  {
    ...common,
    rule: 'unusable-from-default',
    reason: 'A place of a template is for another program to fill in.',
    example: 'ARG BASE=@BASE_IMAGE@\nFROM ${BASE}\n',
    neighbour: 'ARG BASE=Base\nFROM ${BASE}\n',
    accepts: (place) => {
      const stage = stageHere(place);
      return stage !== undefined && isForOthers(imageByDefault(place.doc, stage) ?? '');
    },
  },
  {
    ...common,
    rule: 'unusable-from-default',
    reason: 'Every build in the Compose files around gives the argument.',
    example: 'ARG TAG\nFROM node:$TAG\n',
    neighbour: 'ARG VARIANT\nFROM node:$VARIANT\n',
    around: { 'compose.yaml': 'services:\n  web:\n    build:\n      context: .\n      args: {TAG: "24"}\n' },
    accepts: (place) => {
      const { image } = stageHere(place) ?? {};
      return image !== undefined && givenByBuilds(place.doc, image, place.facts);
    },
  },
);
