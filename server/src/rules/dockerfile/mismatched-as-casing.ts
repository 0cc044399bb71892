import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'mismatched-as-casing',
  language: 'dockerfile',
  title: 'Write FROM and AS in the same case',
  severity: 'info',
  profile: 'recommended',
  guide: 'multi-stage-builds#naming-stages',
  link: 'https://docs.docker.com/reference/build-checks/from-as-casing/',
  tags: ['stages', 'style'],
  equivalents: { buildkit: ['FromAsCasing'] },
  fixes: ['safe'],

  *check({ stages, source }) {
    for (const { from, alias } of stages) {
      const as = alias && from.words[1];
      if (as === undefined) continue;
      const keyword = source.slice(from.keywordSpan);
      const lower = keyword === keyword.toLowerCase();
      if (!lower && keyword !== keyword.toUpperCase()) continue;
      const wanted = lower ? 'as' : 'AS';
      if (as.text === wanted) continue;
      yield {
        at: as.span,
        message: `${keyword} and ${as.text} belong together and read best in the same case.`,
        fixes: [{ title: `Change to ${wanted}`, safety: 'safe', edits: () => [{ span: as.span, text: wanted }] }],
      };
    }
  },
});
