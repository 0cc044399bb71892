import { unpinnedInstalls } from '../../engine/dockerfile/packages/pins.js';
import { defineRule, type Equivalents } from '../../engine/rule.js';

const equivalents: Equivalents = { hadolint: ['DL3041'], kics: ['Missing Version Specification In dnf install'] };
const install = { manager: 'dnf', verbs: /^(?:install|in)$/, separator: '-' } as const;

export default defineRule({
  id: 'unpinned-dnf-packages',
  language: 'dockerfile',
  title: 'Name the version of each package from dnf',
  severity: 'warning',
  profile: 'all',
  guide: 'security-hardening',
  link: 'https://dnf5.readthedocs.io/en/latest/misc/specs.7.html',
  tags: ['reproducibility', 'dnf'],
  equivalents,
  differs: {
    DL3041:
      'A version is the end of a word, so java-11-openjdk has none; files, groups, what a package provides, globs behind a version and words that nobody knows count as none.',
  },
  fixes: ['suggestion'],

  check(doc) {
    return unpinnedInstalls(doc, install, ({ program, verb }) =>
      /^(?:micro)?dnf$/.test(program) && verb?.value === 'install' ? equivalents : {},
    );
  },
});
