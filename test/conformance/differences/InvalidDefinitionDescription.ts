import { parseSuppressions } from '../../../server/src/engine/suppress/parse.js';
import { differences, type Place } from '../../../server/tools/conformance/types.js';

const common = {
  rule: 'mismatched-definition-comment',
  tool: 'buildkit',
  code: 'InvalidDefinitionDescription',
  side: 'theirs',
} as const;

/** What stands right above hides findings, and nothing else does. */
function isBelowIgnoreComment({ doc, instruction }: Place): boolean {
  const hiding = new Set(parseSuppressions(doc).map(({ span }) => span.start));
  const comments = instruction?.leadingComments ?? [];
  const last = comments.findLast(({ span, text }) => text.trim() === '' || !hiding.has(span.start));
  return comments.length > 0 && (last === undefined || last.text.trim() === '');
}

export default differences(
  {
    ...common,
    class: 'upstream',
    source: 'https://docs.docker.com/reference/build-checks/invalid-definition-description/',
    reason: 'A blank line parts a comment from what is below, says the documentation; the parser keeps it.',
    example: '# The version\n\nARG VERSION=13\nFROM debian:${VERSION}-slim\n',
    neighbour: '# The version\nARG VERSION=13\nFROM debian:${VERSION}-slim\n',
    accepts: ({ instruction }) => instruction?.leadingComments.length === 0,
  },
  {
    ...common,
    class: 'deliberate',
    reason: 'A comment that hides findings describes nothing.',
    example: '# hadolint ignore=DL3006\nFROM debian:13-slim AS base\n',
    neighbour: '# hadolint\nFROM debian:13-slim AS base\n',
    accepts: isBelowIgnoreComment,
  },
);
