import type { DockerfileDocument } from '../../engine/dockerfile/model/types.js';
import { defineRule } from '../../engine/rule.js';
import { deleteComment } from '../../engine/suppress/edit.js';
import { parseSuppressions } from '../../engine/suppress/parse.js';
import { instructionAt } from '../../engine/suppress/suppressions.js';
import type { Span } from '../../engine/text/span.js';

const own = 'inline-suppression';

export default defineRule({
  id: own,
  language: 'dockerfile',
  title: 'Keep exceptions in the configuration instead of the file',
  severity: 'info',
  profile: 'all',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/dockerfile/#format',
  tags: ['suppression'],
  equivalents: { hadolint: ['DL1001'] },
  differs: { DL1001: 'Comments of other tools above an instruction are told too.' },
  fixes: ['unsafe'],

  *check(doc) {
    for (const comment of parseSuppressions(doc)) {
      const { scope, source, ids, malformed, span } = comment;
      if (scope !== 'next' || ids.length === 0 || ids.some(({ id }) => id === own)) continue;
      // hadolint also means one that stands too far above, but sees none inside an instruction.
      if (malformed !== undefined && (source !== 'hadolint' || isInside(doc, span))) continue;
      yield {
        at: span,
        message:
          'This comment hides findings here and is easily overlooked; the configuration shows all exceptions together.',
        fixes: [
          {
            title: 'Remove the comment (what it hides is then reported)',
            safety: 'unsafe',
            edits: () => [deleteComment(doc.source, comment)],
          },
        ],
        ...(source !== 'hadolint' && { equivalents: { hadolint: [] } }),
      };
    }
  },
});

function isInside({ syntax }: DockerfileDocument, { start }: Span): boolean {
  return instructionAt(syntax.instructions, start) !== undefined;
}
