import type { Instruction } from '../../engine/dockerfile/syntax/types.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'missing-from',
  language: 'dockerfile',
  title: 'Start the build with FROM and an image',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference#instructions',
  link: 'https://docs.docker.com/reference/dockerfile/#from',
  tags: ['syntax', 'base-image'],
  equivalents: { hadolint: ['DL1000', 'DL3061'] },
  fixes: [],
  wholeFile: true,

  *check({ syntax, stages }) {
    // A word that Docker does not know may be meant for FROM, and is told by itself.
    if (stages.length > 0 || syntax.problems.some(({ code }) => code === 'unknown-instruction')) return;
    const { instructions, comments } = syntax;
    const [first] = instructions;
    if (first === undefined) {
      yield {
        at: { start: 0, end: 0 },
        message: 'There is no instruction here, so Docker refuses the file; it starts with FROM and an image.',
        equivalents: { hadolint: comments.length === 0 ? ['DL1000'] : [] },
      };
      return;
    }
    const refused = instructions.find(needsStage);
    yield {
      at: (refused ?? first).keywordSpan,
      message: 'No FROM is in this file, so Docker does not know which image to start from and refuses the file.',
      equivalents: { hadolint: refused === undefined ? [] : ['DL3061'] },
    };
  },
});

/** Where BuildKit stops (frontend/dockerfile/instructions/parse.go, Parse). */
function needsStage({ keyword }: Instruction): boolean {
  return keyword !== 'ARG';
}
