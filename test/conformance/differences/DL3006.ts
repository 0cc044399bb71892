import { differences } from '../../../server/tools/conformance/types.js';
import { namesBaseByVariable, stageHere } from '../predicates.js';

const common = { rule: 'unpinned-base-image', tool: 'hadolint', code: 'DL3006' } as const;

export default differences(
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://docs.docker.com/reference/dockerfile/#from',
    reason: 'An empty name is no image without a tag: Docker stops at it, as empty-base-image tells.',
    example: 'FROM ""\n',
    neighbour: 'FROM "debian"\n',
    accepts: (place) => {
      const stage = stageHere(place);
      return stage?.from === place.instruction && stage?.image?.variables.length === 0 && stage.image.value === '';
    },
  },
  {
    ...common,
    side: 'ours',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/1078',
    reason: 'Where every variable of FROM has a default, the image that a plain build uses is known.',
    example: 'ARG BASE=debian\nFROM ${BASE}\n',
    neighbour: 'FROM debian\n',
    accepts: (place) => namesBaseByVariable(place) && stageHere(place)?.image?.text.startsWith('$') === true,
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/979',
    reason: 'A variable behind the first letter may hold the tag, or name a stage.',
    example: 'ARG BASE\nFROM team/${BASE}\n',
    neighbour: 'ARG BASE=base\nFROM team-${BASE}\n',
    accepts: (place) => {
      const stage = stageHere(place);
      const image = stage?.from === place.instruction ? stage?.image : undefined;
      return (
        image !== undefined &&
        stage?.base.kind === 'unknown' &&
        !image.text.startsWith('$') &&
        image.variables.length > 0
      );
    },
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/979',
    reason: 'With the default of its variable FROM names a stage above.',
    example: 'ARG KIND=dev\nFROM debian:13-slim AS base-dev\nFROM base-${KIND}\n',
    neighbour: 'ARG KIND=dev\nFROM base-${KIND}\n',
    accepts: (place) => {
      const stage = stageHere(place);
      return stage?.from === place.instruction && stage?.parent !== undefined && namesBaseByVariable(place);
    },
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://docs.docker.com/reference/dockerfile/#from',
    reason: 'A name in capitals is no image: it stands for one in a template, and Docker refuses it as it is.',
    example: 'FROM REPLACE-ME\n',
    neighbour: 'FROM replace-me\n',
    accepts: (place) => {
      const stage = stageHere(place);
      if (stage?.from !== place.instruction || stage?.base.kind !== 'unknown') return false;
      return stage.image?.variables.length === 0 && /[A-Z]/.test(stage.image.value);
    },
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://docs.docker.com/reference/dockerfile/#from',
    reason: 'Docker compares the names of stages in lower case.',
    example: 'FROM debian:13-slim AS Base\nFROM base\n',
    neighbour: 'FROM debian:13-slim AS Base\nFROM other\n',
    accepts: (place) => {
      const stage = stageHere(place);
      const parent = stage?.from === place.instruction ? stage?.parent : undefined;
      return parent !== undefined && parent.alias?.value !== stage?.image?.value && !namesBaseByVariable(place);
    },
  },
);
