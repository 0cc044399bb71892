import type { Stage } from '../../engine/dockerfile/model/types.js';
import { rootTargetFixes, targetInRoot } from '../../engine/dockerfile/paths/copyTarget.js';
import type { Instruction } from '../../engine/dockerfile/syntax/types.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'relative-copy-target',
  language: 'dockerfile',
  title: 'Set WORKDIR before copying to a relative path',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/dockerfile/#copy',
  tags: ['paths'],
  equivalents: { hadolint: ['DL3045'] },
  differs: {
    DL3045:
      'Silent where the base image is known to set a WORKDIR (golang, php, redis, …) and where nothing is known of it; ADD and ONBUILD count too.',
  },
  fixes: ['safe', 'suggestion'],

  *check(doc) {
    const firsts = new Map<Stage | undefined, Instruction>();
    for (const keyword of ['COPY', 'ADD']) {
      for (const copy of doc.byKeyword(keyword)) {
        const target = targetInRoot(doc, copy);
        if (target === undefined) continue;
        const stage = doc.stageOf(copy);
        const first = firsts.get(stage) ?? copy;
        firsts.set(stage, first);
        const counts = keyword === 'COPY' && copy.parent === undefined;
        yield {
          at: target.span,
          message: 'No WORKDIR is set, so this lands in the root folder, among the folders of the system.',
          fixes: () => rootTargetFixes(doc, copy, target, first),
          ...(counts ? {} : { equivalents: {} }),
        };
      }
    }
  },
});
