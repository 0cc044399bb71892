import { cachesLeft, zypperCache } from '../../engine/dockerfile/packages/caches.js';
import { defineRule, type Equivalents } from '../../engine/rule.js';

const equivalents: Equivalents = { hadolint: ['DL3036'], trivy: ['DS-0020'], kics: ['Missing Zypper Clean'] };

export default defineRule({
  id: 'zypper-cache-left',
  language: 'dockerfile',
  title: 'Remove what zypper downloaded in the step that fetched it',
  severity: 'warning',
  profile: 'recommended',
  guide: 'reducing-image-size',
  link: 'https://en.opensuse.org/SDB:Zypper_manual',
  tags: ['size', 'zypper'],
  equivalents,
  differs: {
    DL3036:
      'The clean-up must come behind the last install, updates leave files too, and stages that are thrown away keep them out of the image.',
  },
  fixes: ['safe'],

  check(doc) {
    return cachesLeft(doc, zypperCache, (commands) => {
      if (commands.some(({ verb }) => /^in(?:stall)?$/.test(verb?.value ?? ''))) return equivalents;
      return commands.some(({ verb }) => /^(?:patch|source-install|si)$/.test(verb?.value ?? ''))
        ? { trivy: ['DS-0020'] }
        : {};
    });
  },
});
