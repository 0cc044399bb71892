import { npmInstall } from '../../engine/dockerfile/install/npm.js';
import { looseFinding, looseWords } from '../../engine/dockerfile/install/pins/loose.js';
import { looseNpmPackage } from '../../engine/dockerfile/install/pins/npm.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'unpinned-npm-packages',
  language: 'dockerfile',
  title: 'Name the versions of npm packages',
  severity: 'warning',
  profile: 'recommended',
  guide: 'node-application#installing',
  link: 'https://docs.npmjs.com/cli/commands/npm-install',
  tags: ['reproducibility', 'npm'],
  equivalents: { hadolint: ['DL3016'], kics: ['NPM Install Command Without Pinned Version'] },
  differs: {
    DL3016: 'npm i and npm add are looked at as npm install is, and a tag that moves, such as latest, is no version.',
  },
  fixes: ['suggestion'],

  *check(doc) {
    for (const run of doc.runsOf('npm')) {
      const install = npmInstall(run);
      if (install?.kind !== 'install') continue;
      const finding = looseFinding(looseWords(doc, run.command.instruction, install.packages, looseNpmPackage));
      if (finding !== undefined) yield finding;
    }
  },
});
