import { secretMountEdits } from '../../engine/dockerfile/secretMount.js';
import { looksSecret } from '../../engine/dockerfile/secretNames.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'secret-in-build-variable',
  language: 'dockerfile',
  title: 'Keep secrets out of ARG and ENV',
  severity: 'warning',
  profile: 'recommended',
  guide: 'security-hardening#build-secrets',
  link: 'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
  tags: ['security', 'secrets'],
  equivalents: {
    hadolint: ['DL3064'],
    buildkit: ['SecretsUsedInArgOrEnv'],
    trivy: ['DS-0031'],
    kics: ['Passwords And Secrets In Infrastructure Code'],
    dockle: ['CIS-DI-0010'],
  },
  fixes: ['unsafe'],

  *check(doc) {
    for (const instruction of doc.instructions) {
      if (instruction.keyword !== 'ARG' && instruction.keyword !== 'ENV') continue;
      for (const { key, value } of instruction.pairs) {
        if (!looksSecret(key.value, value?.value)) continue;
        const edits = secretMountEdits(doc, instruction, key.value);
        yield {
          at: key.span,
          message: `${key.value} looks like a secret, and everyone who has the image can read ${instruction.keyword} values; pass it with RUN --mount=type=secret.`,
          fixes:
            edits === undefined
              ? []
              : [
                  {
                    title: `Pass ${key.value} as a build secret (docker build then needs --secret id=${key.value})`,
                    safety: 'unsafe',
                    edits: () => edits,
                  },
                ],
        };
      }
    }
  },
});
