import { waitingCommands } from '../../engine/dockerfile/packages/prompts.js';
import { defineRule, type Equivalents } from '../../engine/rule.js';

const equivalents: Equivalents = {
  hadolint: ['DL3014'],
  trivy: ['DS-0021'],
  kics: ["APT-GET Missing '-y' To Avoid Manual Input"],
};

export default defineRule({
  id: 'interactive-apt-install',
  language: 'dockerfile',
  title: 'Answer the questions of apt-get in advance',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://manpages.debian.org/stable/apt/apt-get.8.en.html#OPTIONS',
  tags: ['build', 'apt'],
  equivalents,
  differs: {
    DL3014:
      'apt, and what removes or upgrades packages, asks too; and a command that gets its answer from yes, a variable or apt.conf does not.',
  },
  fixes: ['safe'],

  check(doc) {
    return waitingCommands(doc, 'apt', ({ program, verb }) =>
      program === 'apt-get' && verb?.value === 'install' ? equivalents : {},
    );
  },
});
