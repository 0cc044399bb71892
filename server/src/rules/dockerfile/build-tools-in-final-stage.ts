import {
  buildCommand,
  compiles,
  interprets,
  leftTool,
  startsProgram,
} from '../../engine/dockerfile/stages/buildTools.js';
import { secondStageFix } from '../../engine/dockerfile/stages/secondStage.js';
import { stageChain } from '../../engine/dockerfile/stages/chain.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'build-tools-in-final-stage',
  language: 'dockerfile',
  title: 'Build in one stage and ship from another',
  severity: 'info',
  profile: 'recommended',
  guide: 'multi-stage-builds#the-better-way',
  link: 'https://docs.docker.com/build/building/multi-stage/',
  tags: ['size', 'security', 'stages'],
  equivalents: {},
  fixes: ['suggestion'],
  wholeFile: true,

  *check(doc) {
    const stage = doc.finalStage;
    if (stage === undefined || stage.os === 'windows' || !startsProgram(doc)) return;
    const toolchain = stage.known?.toolchain;
    if (toolchain !== undefined) {
      const image = stageChain(stage).at(-1)?.image;
      const build = buildCommand(doc, stage, toolchain);
      if (image === undefined || build === undefined) return;
      const size = stage.known?.sizeMb;
      yield {
        at: image.span,
        message: `The image that people run holds all of ${stage.known?.name ?? image.value}${size === undefined ? '' : `, about ${size} MB to download`}, which only the build needs; copy the result to a small stage of its own.`,
        related: [{ at: build.command.span, message: 'The program is built here.' }],
        fixes: () => secondStageFix(doc, stage, build),
      };
      return;
    }
    const left = interprets(doc, stage) ? leftTool(doc, stage) : undefined;
    if (left === undefined || !compiles(doc, stage)) return;
    yield {
      at: left.word.span,
      message: `${left.word.value} stays in the image that people run, where only the build needs it; build in a stage of its own and copy the result, or remove it in this RUN.`,
    };
  },
});
