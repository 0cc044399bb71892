import { cachesLeft, dnfCache } from '../../engine/dockerfile/packages/caches.js';
import { defineRule, type Equivalents } from '../../engine/rule.js';

const equivalents: Equivalents = {
  hadolint: ['DL3040'],
  trivy: ['DS-0019', 'DS-0027'],
  kics: ['Missing Dnf Clean All'],
};
/** The subcommands that the others know. */
const known = /^(?:install|in|upgrade|up|upgrade-minimal|up-min|reinstall|rei)$/;

export default defineRule({
  id: 'dnf-cache-left',
  language: 'dockerfile',
  title: 'Remove what dnf downloaded in the step that fetched it',
  severity: 'warning',
  profile: 'recommended',
  guide: 'reducing-image-size',
  link: 'https://dnf5.readthedocs.io/en/latest/commands/clean.8.html',
  tags: ['size', 'dnf'],
  equivalents,
  differs: {
    DL3040:
      'The clean-up must come behind the last install, dnf update leaves files too, and mounts of any dnf folder or stages that are thrown away keep them out of the image.',
  },
  fixes: ['safe'],

  check(doc) {
    return cachesLeft(doc, dnfCache, (commands) => {
      const programs = new Set(
        commands.filter(({ verb }) => known.test(verb?.value ?? '')).map(({ program }) => program),
      );
      if (programs.has('dnf')) return { ...equivalents, trivy: ['DS-0019'] };
      return programs.has('microdnf') ? { hadolint: ['DL3040'], trivy: ['DS-0027'] } : {};
    });
  },
});
