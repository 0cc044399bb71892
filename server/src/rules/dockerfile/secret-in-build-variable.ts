import { secretMountEdits } from '../../engine/dockerfile/secrets/mount.js';
import { looksSecret } from '../../engine/dockerfile/secrets/names.js';
import { nameChecks } from '../../engine/dockerfile/secrets/foreign.js';
import { secretPairs } from '../../engine/dockerfile/secrets/find.js';
import { fixFrom } from '../../engine/fixFrom.js';
import { defineRule } from '../../engine/rule.js';

const advice = {
  ARG: 'pass it with RUN --mount=type=secret',
  ENV: 'give it to the container when it starts, or to one RUN with --mount=type=secret',
} as const;

export default defineRule({
  id: 'secret-in-build-variable',
  language: 'dockerfile',
  title: 'Keep secrets out of ARG and ENV',
  severity: 'warning',
  profile: 'recommended',
  guide: 'build-secrets',
  link: 'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
  tags: ['security', 'secrets'],
  equivalents: {
    hadolint: ['DL3064'],
    buildkit: ['SecretsUsedInArgOrEnv'],
    trivy: ['DS-0031'],
    kics: ['Passwords And Secrets', 'Secrets Stored In Dockerfile'],
    dockle: ['CIS-DI-0010'],
  },
  differs: {
    DL3064:
      'User names, mail addresses, paths, switches, empty values of ENV and keys that check signatures are no secrets; names such as DB_PASS are.',
    SecretsUsedInArgOrEnv:
      'Names, aliases and ids of keys, paths, empty values of ENV and keys that check signatures are no secrets; names such as DB_PASS and AUTHTOKEN are.',
    'DS-0031': 'Every stage counts, and names that say that the value is a path, a name or a public key do not.',
  },
  fixes: ['unsafe'],

  *check(doc) {
    for (const instruction of doc.instructions) {
      const { keyword } = instruction;
      if (keyword !== 'ARG' && keyword !== 'ENV') continue;
      for (const pair of instruction.pairs) {
        const { key, value } = pair;
        // A value that can be nothing but a secret is for hardcoded-secret.
        if (!looksSecret(keyword, key.value, value?.value) || secretPairs(doc).has(pair)) continue;
        yield {
          at: key.span,
          message: `${key.value} looks like a secret, and everyone who has the image can read ${keyword} values; ${advice[keyword]}.`,
          equivalents: {
            kics: ['Passwords And Secrets', 'Secrets Stored In Dockerfile'],
            dockle: ['CIS-DI-0010'],
            ...nameChecks(key.value, instruction),
          },
          fixes: () =>
            fixFrom(secretMountEdits(doc, instruction, key.value), {
              title: `Pass ${key.value} as a build secret (docker build then needs --secret id=${key.value})`,
              safety: 'unsafe',
            }),
        };
      }
    }
  },
});
