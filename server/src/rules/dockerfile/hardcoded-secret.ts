import type { DockerfileDocument } from '../../engine/dockerfile/model/types.js';
import { secretMountEdits, secretPrefixEdits } from '../../engine/dockerfile/secrets/mount.js';
import { nameChecks } from '../../engine/dockerfile/secrets/foreign.js';
import { hardcodedSecrets, type HardcodedSecret } from '../../engine/dockerfile/secrets/find.js';
import type { Equivalents, Fix } from '../../engine/rule.js';
import { defineRule } from '../../engine/rule.js';

const values = { kics: ['Passwords And Secrets', 'Secrets Stored In Dockerfile'], dockle: ['CIS-DI-0010'] } as const;

export default defineRule({
  id: 'hardcoded-secret',
  language: 'dockerfile',
  title: 'Write no passwords, tokens or private keys into the file',
  severity: 'error',
  profile: 'recommended',
  guide: 'build-secrets',
  link: 'https://docs.docker.com/build/building/secrets/',
  tags: ['security', 'secrets'],
  equivalents: { ...values, hadolint: ['DL3064'], buildkit: ['SecretsUsedInArgOrEnv'], trivy: ['DS-0031'] },
  differs: {
    'Passwords And Secrets':
      'Only values that plainly are secrets: by the shape of a known service, by looking random under a secret name, or given as a password; never examples and stand-ins.',
  },
  fixes: ['unsafe'],

  *check(doc) {
    for (const secret of hardcodedSecrets(doc)) {
      yield {
        at: secret.at,
        message: `Everyone who can read this file or pull the image has ${secret.what}; take it out, have it replaced, and pass it with RUN --mount=type=secret.`,
        fixes: () => mountFix(doc, secret),
        equivalents: equivalents(secret),
      };
    }
  },
});

/** Checks of names speak of the pair as well. */
function equivalents({ pair, instruction }: HardcodedSecret): Equivalents {
  const { keyword } = instruction;
  if (pair === undefined || (keyword !== 'ENV' && keyword !== 'ARG')) return values;
  return { ...values, ...nameChecks(pair.key.value, instruction) };
}

function mountFix(doc: DockerfileDocument, { instruction, pair, assignment }: HardcodedSecret): Fix | undefined {
  const name = pair?.key.value ?? assignment?.name;
  if (name === undefined) return undefined;
  const edits =
    assignment === undefined
      ? secretMountEdits(doc, instruction, name)
      : secretPrefixEdits(doc, instruction, assignment);
  if (edits === undefined) return undefined;
  return {
    title: `Pass ${name} as a build secret (docker build then needs --secret id=${name})`,
    safety: 'unsafe',
    edits: () => edits,
  };
}
