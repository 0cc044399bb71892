import { looseFinding, looseWords } from '../../engine/dockerfile/install/pins/loose.js';
import { toolNames, toolPackages } from '../../engine/dockerfile/install/pins/tools.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'unpinned-tool-packages',
  language: 'dockerfile',
  title: 'Name the versions of what other tools install',
  severity: 'warning',
  profile: 'all',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/build/building/best-practices/',
  tags: ['reproducibility'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    for (const run of doc.runsOf(...toolNames)) {
      const packages = toolPackages(doc, run);
      if (packages === undefined) continue;
      const finding = looseFinding(looseWords(doc, run.command.instruction, packages.words, packages.loose));
      if (finding !== undefined) yield finding;
    }
  },
});
