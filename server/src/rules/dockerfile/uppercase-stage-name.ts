import { groupOf } from '../../engine/dockerfile/references/stages.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'uppercase-stage-name',
  language: 'dockerfile',
  title: 'Write the names of stages in lower case',
  severity: 'info',
  profile: 'recommended',
  guide: 'multi-stage-builds#naming-stages',
  link: 'https://docs.docker.com/reference/build-checks/stage-name-casing/',
  tags: ['stages', 'style'],
  equivalents: { buildkit: ['StageNameCasing'] },
  fixes: ['safe'],

  // Docker lowers the name of a stage and what COPY and mounts ask for, so case never changes what is meant.
  *check(doc) {
    for (const stage of doc.stages) {
      const { name, alias } = stage;
      if (name === undefined || alias === undefined || alias.value === name || !/^[a-z][\w.-]*$/.test(name)) continue;
      yield {
        at: alias.span,
        message: `Docker reads this name as ${name}, and FROM finds the stage in lower case only; write it so.`,
        fixes: [
          {
            title: `Change to ${name}, here and where the stage is named`,
            safety: 'safe',
            edits: () =>
              (groupOf(doc, stage)?.places ?? []).flatMap(({ span, byIndex }) =>
                byIndex || doc.source.slice(span) === name ? [] : [{ span, text: name }],
              ),
          },
        ],
      };
    }
  },
});
