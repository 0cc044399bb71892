import { unpinnedInstalls } from '../../engine/dockerfile/packages/pins.js';
import { defineRule, type Equivalents } from '../../engine/rule.js';

const equivalents: Equivalents = { hadolint: ['DL3018'], kics: ['Unpinned Package Version in Apk Add'] };
const install = { manager: 'apk', verbs: /^add$/, separator: '=' } as const;

export default defineRule({
  id: 'unpinned-apk-packages',
  language: 'dockerfile',
  title: 'Name the version of each package from apk',
  severity: 'warning',
  profile: 'all',
  guide: 'security-hardening',
  link: 'https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper#World',
  tags: ['reproducibility', 'apk'],
  equivalents,
  differs: {
    DL3018:
      'A variable counts as the packages that it holds, and as none where nobody knows them; values of all options of apk, conflicts and libraries by soname count as none.',
  },
  fixes: ['suggestion'],

  check(doc) {
    return unpinnedInstalls(doc, install, () => equivalents);
  },
});
