import { differences } from '../../../server/tools/conformance/types.js';

export default differences({
  rule: 'mismatched-definition-comment',
  tool: 'buildkit',
  code: 'InvalidDefinitionDescription',
  side: 'theirs',
  class: 'upstream',
  source: 'https://docs.docker.com/reference/build-checks/invalid-definition-description/',
  reason: 'A blank line ends the description, as the documentation says, but the parser keeps what stands above it.',
  example: '# Built by the team\n\nARG VERSION=1\nFROM debian:${VERSION}\n',
  neighbour: '\n# Built by the team\nARG VERSION=1\nFROM debian:${VERSION}\n',
  accepts: ({ doc: { source }, instruction }) => {
    const line = instruction === undefined ? 0 : source.lineAt(instruction.span.start);
    return line > 0 && source.slice(source.lineSpan(line - 1)).trim() === '';
  },
});
