import { differences } from '../../../server/tools/conformance/types.js';

export default differences({
  rule: 'mismatched-definition-comment',
  tool: 'buildkit',
  code: 'InvalidDefinitionDescription',
  side: 'theirs',
  class: 'upstream',
  source: 'https://docs.docker.com/reference/build-checks/invalid-definition-description/',
  reason:
    'A blank line parts a comment from the instruction, as the page of the check says itself; the parser overlooks it.',
  example: '# About this file.\n\nFROM debian:13-slim AS base\n',
  neighbour: '# About this file.\nFROM debian:13-slim AS base\n',
  accepts: ({ instruction }) => instruction?.leadingComments.length === 0,
});
