import { advice, withoutDevPackages } from '../../engine/dockerfile/install/dev/fix.js';
import { isUnderstood, manifestFacts, manifestOf } from '../../engine/dockerfile/install/dev/manifests.js';
import { needsNone, startsProgram } from '../../engine/dockerfile/install/dev/runtime.js';
import { devPackages } from '../../engine/dockerfile/install/dev/states.js';
import { runHead } from '../../engine/dockerfile/install/runHead.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'dev-dependencies-in-final-stage',
  language: 'dockerfile',
  title: 'Leave packages for development out of the image',
  severity: 'info',
  profile: 'recommended',
  guide: 'node-application#installing',
  link: 'https://docs.docker.com/guides/nodejs/develop/',
  tags: ['size', 'security'],
  equivalents: {},
  fixes: ['unsafe'],

  facts: manifestFacts,

  *check(doc, { facts }) {
    const stage = doc.finalStage;
    if (stage === undefined || stage.os === 'windows') return;
    for (const packages of devPackages(doc).get(stage) ?? []) {
      const { tool, run, step, copied } = packages;
      const manifest = manifestOf(doc, packages, facts);
      if (!isUnderstood(doc, packages, facts) || (manifest !== undefined && !tool.namesAny(manifest))) continue;
      if (!startsProgram(doc, stage, tool, manifest) || (copied === undefined && !needsNone(doc, stage, run))) continue;
      const name = shown(copied?.from.alias?.value ?? String(copied?.from.index ?? ''));
      const subject =
        copied === undefined
          ? `${step.shown ?? ''} also installs packages that are only for development`
          : `${shown(copied.word.value)} of stage ${name} has packages that are only for development`;
      yield {
        at: copied === undefined ? runHead(run, step.verb) : copied.word.span,
        message: `${subject}, which make the image larger and easier to attack; ${advice(packages)}.`,
        ...(copied && { related: [{ at: runHead(run, step.verb), message: 'They are installed here.' }] }),
        fixes: () => withoutDevPackages(doc, stage, packages),
      };
    }
  },
});
