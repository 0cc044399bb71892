import { stageHere } from '../predicates.js';
import { differences } from '../../../server/tools/conformance/types.js';

const common = {
  rule: 'redundant-target-platform',
  side: 'theirs',
  class: 'upstream',
  source: 'https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/validations.go',
  reason: 'The file gives TARGETPLATFORM a value of its own, which FROM would not take by itself.',
  example: 'ARG TARGETPLATFORM=linux/arm64\nFROM --platform=$TARGETPLATFORM debian:13-slim\n',
  neighbour: 'ARG TARGETPLATFORM\nFROM --platform=$TARGETPLATFORM debian:13-slim\n',
} as const;

export default differences(
  {
    ...common,
    tool: 'buildkit',
    code: 'RedundantTargetPlatform',
    class: 'unknowable',
    reason: 'The text behind the operator is the platform that is asked for in some builds only.',
    example: 'FROM --platform=${TARGETPLATFORM:+linux/amd64} debian:13-slim\n',
    neighbour: 'FROM --platform=${TARGETPLATFORM:-linux/amd64} debian:13-slim\n',
    accepts: (place) => /^:?\+$/.test(stageHere(place)?.platform?.value?.variables[0]?.operator ?? ''),
  },
  {
    ...common,
    tool: 'buildkit',
    code: 'RedundantTargetPlatform',
    accepts: ({ doc, instruction }) =>
      instruction !== undefined && doc.scopeAt(instruction).get('TARGETPLATFORM')?.kind === 'global-arg',
  },
  {
    ...common,
    tool: 'hadolint',
    code: 'DL3065',
    accepts: ({ doc, instruction }) =>
      instruction !== undefined && doc.scopeAt(instruction).get('TARGETPLATFORM')?.kind === 'global-arg',
  },
);
