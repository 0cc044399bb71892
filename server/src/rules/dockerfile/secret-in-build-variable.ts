import { secretMountEdits } from '../../engine/dockerfile/secretMount.js';
import { isSecretValue, looksSecret } from '../../engine/dockerfile/secretNames.js';
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
  guide: 'security-hardening#build-secrets',
  link: 'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
  tags: ['security', 'secrets'],
  equivalents: {
    hadolint: ['DL3064'],
    buildkit: ['SecretsUsedInArgOrEnv'],
    trivy: ['DS-0031'],
    kics: ['Passwords And Secrets'],
    dockle: ['CIS-DI-0010'],
  },
  fixes: ['unsafe'],

  *check(doc) {
    for (const instruction of doc.instructions) {
      const { keyword } = instruction;
      if (keyword !== 'ARG' && keyword !== 'ENV') continue;
      for (const { key, value } of instruction.pairs) {
        const given = value !== undefined && isSecretValue(value.value);
        if (!given && !looksSecret(keyword, key.value, value?.value)) continue;
        const what = given ? `The value of ${key.value} holds a secret` : `${key.value} looks like a secret`;
        const edits = secretMountEdits(doc, instruction, key.value);
        yield {
          at: key.span,
          message: `${what}, and everyone who has the image can read ${keyword} values; ${advice[keyword]}.`,
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
