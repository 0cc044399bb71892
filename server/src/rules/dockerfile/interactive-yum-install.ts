import { waitingCommands } from '../../engine/dockerfile/packages/prompts.js';
import { defineRule, type Equivalents } from '../../engine/rule.js';

const equivalents: Equivalents = { hadolint: ['DL3030'], kics: ['Yum Install Allows Manual Input'] };

export default defineRule({
  id: 'interactive-yum-install',
  language: 'dockerfile',
  title: 'Answer the questions of yum in advance',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://dnf.readthedocs.io/en/latest/command_ref.html',
  tags: ['build', 'yum'],
  equivalents,
  differs: {
    DL3030:
      'yum asks before it removes or upgrades too; and a command that gets its answer from yes, a variable or yum.conf does not.',
  },
  fixes: ['safe'],

  check(doc) {
    return waitingCommands(doc, 'yum', ({ verb }) =>
      /^(?:local|group)?install$/.test(verb?.value ?? '') ? equivalents : {},
    );
  },
});
