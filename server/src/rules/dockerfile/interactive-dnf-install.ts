import { waitingCommands } from '../../engine/dockerfile/packages/prompts.js';
import { defineRule, type Equivalents } from '../../engine/rule.js';

const equivalents: Equivalents = { hadolint: ['DL3038'], kics: ['Missing Flag From Dnf Install'] };

export default defineRule({
  id: 'interactive-dnf-install',
  language: 'dockerfile',
  title: 'Answer the questions of dnf in advance',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://dnf5.readthedocs.io/en/latest/dnf5.8.html',
  tags: ['build', 'dnf'],
  equivalents,
  differs: {
    DL3038:
      'dnf5 and tdnf, and what removes or upgrades packages, ask too; and a command that gets its answer from yes, a variable or dnf.conf does not.',
  },
  fixes: ['safe'],

  check(doc) {
    return waitingCommands(doc, 'dnf', ({ program, verb }) =>
      /^(?:micro)?dnf$/.test(program) && /^(?:local|group)?install$/.test(verb?.value ?? '') ? equivalents : {},
    );
  },
});
