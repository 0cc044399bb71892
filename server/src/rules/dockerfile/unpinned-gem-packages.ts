import { gemPackages, looseGem } from '../../engine/dockerfile/install/pins/gem.js';
import { looseFinding, looseWords } from '../../engine/dockerfile/install/pins/loose.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'unpinned-gem-packages',
  language: 'dockerfile',
  title: 'Name the versions of Ruby gems',
  severity: 'warning',
  profile: 'recommended',
  guide: 'ruby-application',
  link: 'https://guides.rubygems.org/command-reference/#gem-install',
  tags: ['reproducibility', 'gem'],
  equivalents: { hadolint: ['DL3028'], kics: ['Gem Install Without Version'] },
  differs: {
    DL3028: 'A file that ends in .gem has its version in its name and is not reported.',
  },
  fixes: ['suggestion'],

  *check(doc) {
    for (const run of doc.runsOf('gem')) {
      const finding = looseFinding(looseWords(doc, run.command.instruction, gemPackages(run), looseGem));
      if (finding !== undefined) yield finding;
    }
  },
});
