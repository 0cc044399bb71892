import { unpinnedInstalls } from '../../engine/dockerfile/packages/pins.js';
import { defineRule, type Equivalents } from '../../engine/rule.js';

const equivalents: Equivalents = { hadolint: ['DL3037'], kics: ['Zypper Install Without Version'] };
const install = { manager: 'zypper', verbs: /^(?:install|in)$/, separator: '=' } as const;

export default defineRule({
  id: 'unpinned-zypper-packages',
  language: 'dockerfile',
  title: 'Name the version of each package from zypper',
  severity: 'warning',
  profile: 'all',
  guide: 'security-hardening',
  link: 'https://en.opensuse.org/SDB:Zypper_manual',
  tags: ['reproducibility', 'zypper'],
  equivalents,
  differs: {
    DL3037: 'Files, removals, patterns, values of options and words that nobody knows count as none.',
  },
  fixes: ['suggestion'],

  check(doc) {
    return unpinnedInstalls(doc, install, () => equivalents);
  },
});
