import { imageSetup } from '../../../server/src/engine/images/setups.js';
import { differences, type Place } from '../../../server/tools/conformance/types.js';
import { stageHere } from '../predicates.js';

const common = { rule: 'relative-copy-target', tool: 'hadolint', code: 'DL3045' } as const;

/** The working directory of the base image; undefined when nothing is known of it. */
function workdir(place: Place): string | undefined {
  const stage = stageHere(place);
  return stage?.baseImage === undefined || stage.os === 'windows' ? undefined : imageSetup(stage.baseImage)?.workdir;
}

export default differences(
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/930',
    reason: 'The base image sets a WORKDIR.',
    example: 'FROM golang:1.26\nCOPY main.go .\n',
    neighbour: 'FROM rust:1.91\nCOPY main.rs .\n',
    accepts: (place) => workdir(place) !== undefined && workdir(place) !== '/',
  },
  {
    ...common,
    side: 'theirs',
    class: 'unknowable',
    reason: 'The base image may set a WORKDIR.',
    example: 'FROM registry.example.com/base:1\nCOPY main.go .\n',
    neighbour: 'FROM debian:13-slim\nCOPY main.go .\n',
    accepts: (place) => workdir(place) === undefined,
  },
);
