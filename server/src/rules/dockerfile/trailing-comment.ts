import { moveCommentAbove, refusesComment, trailingComment } from '../../engine/dockerfile/misread/trailingComment.js';
import { misreadSeverity } from '../../engine/dockerfile/misread/misread.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'trailing-comment',
  language: 'dockerfile',
  title: 'Put comments on lines of their own',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/dockerfile/#format',
  tags: ['syntax'],
  equivalents: { hadolint: ['DL1000'] },
  fixes: ['safe', 'unsafe'],
  parser: true,

  *check(doc) {
    for (const instruction of doc.instructions) {
      const at = trailingComment(doc, instruction);
      if (at === undefined) continue;
      const { keyword } = instruction;
      const refused = refusesComment(instruction);
      const effect = refused ? `Docker refuses this ${keyword}` : `Docker takes these words as part of the ${keyword}`;
      yield {
        at,
        message: `A comment needs a line of its own; behind an instruction it is none, and ${effect}.`,
        // Nobody is called “node # the user”.
        severity: refused || keyword === 'USER' ? 'error' : misreadSeverity(doc, instruction),
        // hadolint reads comments nearly everywhere.
        equivalents: { hadolint: keyword === 'EXPOSE' || keyword === 'SHELL' ? ['DL1000'] : [] },
        fixes: [
          {
            title: refused ? 'Move the comment above' : `Move the comment above (changes what ${keyword} means)`,
            safety: refused ? 'safe' : 'unsafe',
            edits: () => moveCommentAbove(doc, instruction, at),
          },
        ],
      };
    }
  },
});
