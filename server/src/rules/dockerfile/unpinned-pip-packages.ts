import { pipPrograms } from '../../engine/dockerfile/install/pip.js';
import { looseFinding, looseWords } from '../../engine/dockerfile/install/pins/loose.js';
import { pipPackages } from '../../engine/dockerfile/install/pins/pip.js';
import { looseRequirement } from '../../engine/dockerfile/install/pins/python.js';
import { redirectedVersion } from '../../engine/dockerfile/install/pins/redirected.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'unpinned-pip-packages',
  language: 'dockerfile',
  title: 'Name the versions of Python packages',
  severity: 'warning',
  profile: 'recommended',
  guide: 'python-application#exact-versions',
  link: 'https://pip.pypa.io/en/stable/topics/repeatable-installs/',
  tags: ['reproducibility', 'pip'],
  equivalents: { hadolint: ['DL3013'], kics: ['Unpinned Package Version in Pip Install'] },
  differs: {
    DL3013:
      'A variable that only the build knows, a folder of wheels (--no-index) and PIP_CONSTRAINT may fix the versions, so they are not reported.',
  },
  fixes: ['suggestion', 'unsafe'],

  *check(doc) {
    for (const run of doc.runsOf(...pipPrograms)) {
      const { words, redirects } = pipPackages(doc, run);
      for (const redirect of redirects) yield redirectedVersion(doc, run, redirect);
      const others = words.filter((word) => redirects.every((redirect) => redirect.word !== word));
      const finding = looseFinding(looseWords(doc, run.command.instruction, others, looseRequirement));
      if (finding !== undefined) yield finding;
    }
  },
});
