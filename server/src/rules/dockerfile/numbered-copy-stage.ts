import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'numbered-copy-stage',
  language: 'dockerfile',
  title: 'Call stages by their names',
  severity: 'info',
  profile: 'all',
  guide: 'multi-stage-builds#naming-stages',
  link: 'https://docs.docker.com/build/building/multi-stage/#name-your-build-stages',
  tags: ['stages'],
  equivalents: { kics: ['Using Unnamed Build Stages'] },
  fixes: ['safe'],

  *check(doc) {
    for (const stage of doc.stages) {
      for (const { span, text, source } of stage.links) {
        if (source.kind !== 'stage' || !/^\d+$/.test(text) || source.stage.name === text) continue;
        const { alias } = source.stage;
        yield {
          at: span,
          message: `The number ${text} means another stage as soon as somebody puts one in front; a name does not.`,
          fixes:
            alias === undefined
              ? []
              : [{ title: `Write ${alias.value}`, safety: 'safe', edits: () => [{ span, text: alias.value }] }],
        };
      }
    }
  },
});
