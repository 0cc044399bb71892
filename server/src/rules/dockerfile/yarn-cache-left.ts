import { appendCommand } from '../../engine/dockerfile/edit/instructions.js';
import { runHead } from '../../engine/dockerfile/install/runHead.js';
import { yarnFacts, yarnGeneration, yarnInstall } from '../../engine/dockerfile/install/yarn.js';
import { yarnCacheCleaned, yarnCacheKeptOut, yarnCleansUp } from '../../engine/dockerfile/install/yarnCache.js';
import { shippedStages } from '../../engine/dockerfile/stages/shipped.js';
import { fixFrom } from '../../engine/fixFrom.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'yarn-cache-left',
  language: 'dockerfile',
  title: 'Install with Yarn without keeping its cache',
  severity: 'info',
  profile: 'recommended',
  guide: 'node-application#installing',
  link: 'https://classic.yarnpkg.com/en/docs/cli/cache/',
  tags: ['size', 'yarn'],
  equivalents: { hadolint: ['DL3060'] },
  differs: {
    DL3060:
      'yarn alone and yarn add are looked at as yarn install is; Yarn 2 and newer are not, since programs may run from their cache.',
  },
  fixes: ['safe'],

  facts: yarnFacts,

  *check(doc, { facts }) {
    const seen = new Set<unknown>();
    // One finding for a RUN: about its last install, which no cleaning follows.
    for (const run of [...doc.runsOf('yarn')].reverse()) {
      const { command } = run;
      const { instruction } = command;
      const install = yarnInstall(run);
      const stage = doc.stageOf(instruction);
      if (install === undefined || seen.has(instruction)) continue;
      seen.add(instruction);
      if (yarnGeneration(doc, stage, facts) !== 'classic' || yarnCacheKeptOut(doc, run)) continue;
      if ((stage !== undefined && !shippedStages(doc).has(stage)) || yarnCacheCleaned(doc, run)) continue;
      yield {
        at: runHead(run, install.verb),
        message:
          'Yarn keeps every package that it downloads in this layer and makes the image larger; clean its cache in the same RUN.',
        fixes: () =>
          fixFrom(yarnCleansUp(doc, run) ? appendCommand(doc, instruction, 'yarn cache clean') : undefined, {
            title: 'Run yarn cache clean at the end of this RUN',
            safety: 'safe',
          }),
      };
    }
  },
});
