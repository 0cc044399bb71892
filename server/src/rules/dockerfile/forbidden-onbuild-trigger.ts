import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'forbidden-onbuild-trigger',
  language: 'dockerfile',
  title: 'Leave FROM, ONBUILD and MAINTAINER out of ONBUILD',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference#instructions',
  link: 'https://docs.docker.com/reference/dockerfile/#onbuild-limitations',
  tags: ['syntax'],
  equivalents: { hadolint: ['DL3043'] },
  fixes: [],
  parser: true,

  *check(doc) {
    for (const { code, span, message, instruction } of doc.syntax.problems) {
      // Docker does not come to the trigger of a trigger.
      if (code === 'forbidden-trigger' && instruction?.parent === undefined) yield { at: span, message };
    }
  },
});
