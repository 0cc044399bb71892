import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'empty-base-image',
  language: 'dockerfile',
  title: 'Name an image behind FROM',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference#instructions',
  link: 'https://docs.docker.com/reference/dockerfile/#from',
  tags: ['syntax', 'base-image'],
  equivalents: { buildkit: ['InvalidDefaultArgInFrom'] },
  fixes: [],

  *check(doc) {
    for (const { image } of doc.stages) {
      if (image === undefined || image.value !== '' || image.variables.length > 0) continue;
      yield {
        at: image.span,
        message: 'FROM names no image here, so the build stops; write scratch if the stage starts from nothing.',
      };
    }
  },
});
