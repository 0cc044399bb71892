import { headOf, packageCommands } from '../../engine/dockerfile/packages/read.js';
import { defineRule, type Equivalents } from '../../engine/rule.js';

/** What would speak of each program. */
const equivalents: Readonly<Record<string, Equivalents>> = {
  'apt-get': { hadolint: ['DL3005'], kics: ['Run Using Upgrade Commands'] },
  apk: { hadolint: ['DL3017'], kics: ['Use of Apk Upgrade'] },
  yum: { hadolint: ['DL3031'], kics: ['Yum Update Enabled'] },
  dnf: { hadolint: ['DL3039'], kics: ['Run Using dnf Update'] },
  microdnf: { hadolint: ['DL3039'] },
  zypper: { kics: ['Run Using Zypper Update'] },
};

export default defineRule({
  id: 'package-upgrade',
  language: 'dockerfile',
  title: 'Take a newer base image instead of upgrading its packages',
  severity: 'info',
  profile: 'all',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/build/building/best-practices/#rebuild-your-images-often',
  tags: ['reproducibility'],
  equivalents: {
    hadolint: ['DL3005', 'DL3017', 'DL3031', 'DL3039'],
    kics: ['Run Using Upgrade Commands', 'Use of Apk Upgrade', 'Yum Update Enabled', 'Run Using dnf Update'].concat(
      'Run Using Zypper Update',
    ),
  },
  fixes: [],

  *check(doc) {
    for (const manager of ['apt', 'apk', 'yum', 'dnf', 'zypper'] as const) {
      for (const command of packageCommands(doc, manager)) {
        // Named packages are upgraded for a reason.
        if (command.action !== 'upgrade' || command.operands.length > 0) continue;
        yield {
          at: headOf(command),
          message: `Each build upgrades to what ${command.program} finds that day, and the old files stay in the layers below; take a newer base image.`,
          equivalents: equivalents[command.program] ?? {},
        };
      }
    }
  },
});
