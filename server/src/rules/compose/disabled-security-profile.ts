import { textOf } from '../../engine/compose/forms/defaults.js';
import { removalOfItem } from '../../engine/compose/edits/remove.js';
import { itemsOf } from '../../engine/compose/forms/pieces.js';
import { given } from '../../engine/compose/security/values.js';
import { fixFrom } from '../../engine/fixFrom.js';
import { defineRule, type Equivalents } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

interface Profile {
  readonly pattern: RegExp;
  readonly what: string;
  readonly equivalents: Equivalents;
}

const profiles: readonly Profile[] = [
  {
    pattern: /^seccomp[:=]unconfined$/,
    what: 'calls of the kernel that programs hardly ever need',
    equivalents: { kics: ['Default Seccomp Profile Disabled'], composeLint: ['CL-0009'], owasp: ['6'], cis: ['5.22'] },
  },
  {
    pattern: /^apparmor[:=]unconfined$/,
    what: 'files and mounts of the kernel',
    equivalents: { composeLint: ['CL-0009'], owasp: ['6'], cis: ['5.2'] },
  },
  {
    pattern: /^label[:=]disable$/,
    what: 'files of the host that SELinux keeps apart',
    equivalents: { composeLint: ['CL-0009'], owasp: ['6'], cis: ['5.3'] },
  },
  { pattern: /^systempaths[:=]unconfined$/, what: 'settings of the kernel below /proc and /sys', equivalents: {} },
];

export default defineRule({
  id: 'disabled-security-profile',
  language: 'compose',
  title: 'Leave the security profiles of containers on',
  severity: 'warning',
  profile: 'recommended',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/engine/security/seccomp/',
  tags: ['security'],
  equivalents: {
    kics: ['Default Seccomp Profile Disabled'],
    composeLint: ['CL-0009'],
    owasp: ['6'],
    cis: ['5.2', '5.3', '5.22'],
  },
  fixes: ['unsafe'],

  *check(doc) {
    for (const { service, entry, node } of given(doc, 'security_opt')) {
      for (const item of itemsOf(node)) {
        const field = textOf(item);
        const profile = profiles.find(({ pattern }) => pattern.test(field?.value ?? ''));
        if (field?.value === undefined || profile === undefined) continue;
        yield {
          at: field.span,
          message: `${shown(field.value)} takes away what stands between ${shown(service.name)} and ${profile.what}; leave it out, or write a profile that allows the one thing it needs.`,
          owner: item.span,
          equivalents: profile.equivalents,
          fixes: () =>
            fixFrom(removalOfItem(doc.source, service.map, entry, item), {
              title: 'Remove it, which stops programs that the profile forbids something',
              safety: 'unsafe',
            }),
        };
      }
    }
  },
});
