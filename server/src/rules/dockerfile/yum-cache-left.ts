import { cachesLeft, yumCache } from '../../engine/dockerfile/packages/caches.js';
import { defineRule, type Equivalents } from '../../engine/rule.js';

const equivalents: Equivalents = {
  hadolint: ['DL3032'],
  trivy: ['DS-0015'],
  kics: ['Yum Clean All Missing'],
};

export default defineRule({
  id: 'yum-cache-left',
  language: 'dockerfile',
  title: 'Remove what yum downloaded in the step that fetched it',
  severity: 'warning',
  profile: 'recommended',
  guide: 'reducing-image-size',
  link: 'https://dnf.readthedocs.io/en/latest/command_ref.html#clean-command',
  tags: ['size', 'yum'],
  equivalents,
  differs: {
    DL3032:
      'The clean-up must come behind the last install and be complete, updates leave files too, and mounts or stages that are thrown away keep them out of the image.',
  },
  fixes: ['safe'],

  check(doc) {
    return cachesLeft(doc, yumCache, (commands) =>
      commands.some(({ verb }) => verb?.value === 'install') ? equivalents : {},
    );
  },
});
