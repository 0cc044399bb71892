import { waitingCommands } from '../../engine/dockerfile/packages/prompts.js';
import { defineRule, type Equivalents } from '../../engine/rule.js';

const equivalents: Equivalents = { hadolint: ['DL3034'], kics: ['Missing Zypper Non-interactive Switch'] };

export default defineRule({
  id: 'interactive-zypper-install',
  language: 'dockerfile',
  title: 'Answer the questions of zypper in advance',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://en.opensuse.org/SDB:Zypper_manual',
  tags: ['build', 'zypper'],
  equivalents,
  differs: {
    DL3034: 'Behind install, -n means --name, so zypper still asks; and update and dist-upgrade ask too.',
  },
  fixes: ['safe'],

  check(doc) {
    return waitingCommands(doc, 'zypper', ({ verb }) =>
      /^(?:install|in|remove|rm|source-install|si|patch)$/.test(verb?.value ?? '') ? equivalents : {},
    );
  },
});
