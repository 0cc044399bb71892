import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'instruction-before-from',
  language: 'dockerfile',
  title: 'Write nothing but ARG before the first FROM',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference#instructions',
  link: 'https://docs.docker.com/reference/dockerfile/#from',
  tags: ['syntax', 'base-image'],
  equivalents: { hadolint: ['DL3061'] },
  fixes: [],

  *check({ preamble, stages, syntax }) {
    const misplaced = preamble.filter(({ keyword }) => keyword !== 'ARG');
    if (stages.length === 0 || misplaced.length === 0) return;
    const told = new Set(syntax.problems.map(({ span }) => span.start));
    for (const { keyword, keywordSpan } of misplaced) {
      if (told.has(keywordSpan.start)) continue;
      yield {
        at: keywordSpan,
        message: `${keyword} stands before the first FROM, where there is no image yet, so the build stops here.`,
      };
    }
  },
});
