import { unpinnedInstalls } from '../../engine/dockerfile/packages/pins.js';
import { defineRule, type Equivalents } from '../../engine/rule.js';

const equivalents: Equivalents = { hadolint: ['DL3008'], kics: ['Apt Get Install Pin Version Not Defined'] };
const install = { manager: 'apt', verbs: /^install$/, separator: '=' } as const;

export default defineRule({
  id: 'unpinned-apt-packages',
  language: 'dockerfile',
  title: 'Name the version of each package from apt-get',
  severity: 'warning',
  profile: 'all',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/build/building/best-practices/#apt-get',
  tags: ['reproducibility', 'apt'],
  equivalents,
  differs: {
    DL3008:
      'A variable counts as the packages that it holds, and as none where nobody knows them; words that remove a package count as none.',
  },
  fixes: ['suggestion'],

  check(doc) {
    return unpinnedInstalls(doc, install, ({ program }) => (program === 'apt-get' ? equivalents : {}));
  },
});
