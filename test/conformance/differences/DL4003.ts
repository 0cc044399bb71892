import { differences } from '../../../server/tools/conformance/types.js';

export default differences({
  rule: 'duplicate-cmd',
  tool: 'hadolint',
  code: 'DL4003',
  side: 'theirs',
  class: 'upstream',
  source: 'https://github.com/moby/buildkit/blob/master/frontend/dockerfile/instructions/parse.go',
  reason: 'Before the first FROM the build fails at the first instruction, so that no CMD takes the place of another.',
  example: 'CMD ["a"]\nCMD ["b"]\n',
  neighbour: 'FROM debian:13-slim\nCMD ["a"]\nCMD ["b"]\n',
  accepts: ({ doc, instruction }) => instruction !== undefined && doc.stageOf(instruction) === undefined,
});
