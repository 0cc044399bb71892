import { misplacedLinks, pathBetween, stageTitle } from '../../engine/dockerfile/stages/order.js';
import type { RelatedPlace } from '../../engine/rule.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'circular-stage-dependency',
  language: 'dockerfile',
  title: 'Let no stage wait for itself',
  severity: 'error',
  profile: 'recommended',
  guide: 'multi-stage-builds',
  link: 'https://docs.docker.com/build/building/multi-stage/',
  tags: ['stages'],
  equivalents: {},
  fixes: [],

  *check(doc) {
    let told = false;
    for (const { link, stage, source, circular } of misplacedLinks(doc)) {
      // A COPY from the very stage is the business of copy-from-own-stage.
      if (!circular || (stage === source && link.instruction.keyword === 'COPY')) continue;
      // The way round is told once: where there are many, each new one would be looked for from the start.
      const path = told || stage === source ? [source] : (pathBetween(source, stage) ?? [source]);
      told = true;
      const way = path.filter((each) => each !== stage).map(stageTitle);
      yield {
        at: link.span,
        message:
          stage === source
            ? `This is the stage that is being built (${stageTitle(stage)}), and it cannot be its own mount, so the build stops here.`
            : `Stage ${stageTitle(stage)} waits for ${way.join(', which waits for ')}, which waits for ${stageTitle(stage)}, so none of them can be built.`,
        related: path.map((each): RelatedPlace => {
          const at = (each.alias ?? each.image ?? each.from).span;
          return { at, message: `Stage ${stageTitle(each)} begins here.` };
        }),
      };
    }
  },
});
