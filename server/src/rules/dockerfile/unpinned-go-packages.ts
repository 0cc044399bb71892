import { goPackages, looseGoPackage } from '../../engine/dockerfile/install/pins/go.js';
import { looseFinding, looseWords } from '../../engine/dockerfile/install/pins/loose.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'unpinned-go-packages',
  language: 'dockerfile',
  title: 'Name the versions of Go packages',
  severity: 'warning',
  profile: 'recommended',
  guide: 'go-application#tools',
  link: 'https://go.dev/ref/mod#version-queries',
  tags: ['reproducibility', 'go'],
  equivalents: { hadolint: ['DL3062'] },
  differs: {
    DL3062:
      'go install and go run of a package without @ build the version in go.mod and are not reported; a branch such as @master is no version.',
  },
  fixes: ['suggestion'],

  *check(doc) {
    for (const run of doc.runsOf('go')) {
      const { words, newest } = goPackages(run);
      const loose = looseWords(doc, run.command.instruction, words, (value) => looseGoPackage(value, newest));
      const finding = looseFinding(loose);
      if (finding !== undefined) yield finding;
    }
  },
});
