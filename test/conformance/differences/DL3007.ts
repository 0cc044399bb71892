import { differences } from '../../../server/tools/conformance/types.js';
import { namesBaseByVariable, stageHere } from '../predicates.js';

export default differences({
  rule: 'unpinned-base-image',
  tool: 'hadolint',
  code: 'DL3007',
  side: 'ours',
  class: 'upstream',
  source: 'https://github.com/hadolint/hadolint/issues/412',
  reason: 'Where every variable of FROM has a default, the tag that a plain build uses is known.',
  example: 'ARG VERSION=latest\nFROM debian:${VERSION}\n',
  neighbour: 'FROM debian:latest\n',
  accepts: (place) => namesBaseByVariable(place) && stageHere(place)?.image?.text.endsWith(':latest') === false,
});
