import { unknownSources, usedStages } from '../../engine/dockerfile/stages/unknownSource.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'unused-stage',
  language: 'dockerfile',
  title: 'Use each stage, or leave it out',
  severity: 'info',
  profile: 'recommended',
  guide: 'multi-stage-builds#naming-stages',
  link: 'https://docs.docker.com/build/building/multi-stage/',
  tags: ['stages'],
  equivalents: {},
  fixes: [],
  wholeFile: true,

  // A stage with a name may be built by itself (docker build --target), so it is never said to be useless.
  *check(doc) {
    const unnamed = doc.stages.filter(({ alias, isFinal }) => alias === undefined && !isFinal);
    if (unnamed.length === 0) return;
    const used = usedStages(doc);
    const meant = new Set(unknownSources(doc).map((unknown) => unknown.meant));
    for (const stage of unnamed) {
      if (stage.image === undefined || used.has(stage) || meant.has(stage)) continue;
      yield {
        at: stage.image.span,
        message:
          'Nothing is taken from this stage and it has no name to ask for, so Docker leaves it out of every build.',
      };
    }
  },
});
