import { headOf, packageCommands } from '../../engine/dockerfile/packages/read.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'distribution-upgrade',
  language: 'dockerfile',
  title: 'Take a newer base image instead of upgrading its distribution',
  severity: 'info',
  profile: 'recommended',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/build/building/best-practices/#rebuild-your-images-often',
  tags: ['reproducibility', 'apt', 'zypper', 'dnf'],
  equivalents: {
    hadolint: ['DL3035', 'DL3005'],
    trivy: ['DS-0024'],
    kics: ['Run Using Upgrade Commands'],
    dockle: ['DKL-DI-0003'],
  },
  fixes: [],

  *check(doc) {
    for (const manager of ['apt', 'yum', 'dnf', 'zypper'] as const) {
      for (const command of packageCommands(doc, manager)) {
        if (command.action !== 'release-upgrade') continue;
        const { program, verb } = command;
        yield {
          at: headOf(command),
          message: `${program} ${verb?.value ?? ''} may remove packages and changes most of the base image, with another result each day; take a newer base image.`,
          equivalents:
            manager === 'zypper'
              ? { hadolint: ['DL3035'] }
              : program === 'apt-get' && verb?.value === 'dist-upgrade'
                ? {
                    hadolint: ['DL3005'],
                    trivy: ['DS-0024'],
                    kics: ['Run Using Upgrade Commands'],
                    dockle: ['DKL-DI-0003'],
                  }
                : {},
        };
      }
    }
  },
});
