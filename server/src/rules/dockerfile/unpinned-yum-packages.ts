import { unpinnedInstalls } from '../../engine/dockerfile/packages/pins.js';
import { defineRule, type Equivalents } from '../../engine/rule.js';

const equivalents: Equivalents = { hadolint: ['DL3033'], kics: ['Yum install Without Version'] };
const install = { manager: 'yum', verbs: /^(?:install|localinstall)$/, separator: '-' } as const;

export default defineRule({
  id: 'unpinned-yum-packages',
  language: 'dockerfile',
  title: 'Name the version of each package from yum',
  severity: 'warning',
  profile: 'all',
  guide: 'security-hardening',
  link: 'https://dnf.readthedocs.io/en/latest/command_ref.html#specifying-packages',
  tags: ['reproducibility', 'yum'],
  equivalents,
  differs: {
    DL3033:
      'A version is the end of a word, so java-11-openjdk has none; files, groups, what a package provides, globs behind a version and words that nobody knows count as none.',
  },
  fixes: ['suggestion'],

  check(doc) {
    return unpinnedInstalls(doc, install, () => equivalents);
  },
});
