import { overridden } from '../../engine/dockerfile/start/overridden.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'duplicate-entrypoint',
  language: 'dockerfile',
  title: 'Give each stage one ENTRYPOINT',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference#instructions',
  link: 'https://docs.docker.com/reference/build-checks/multiple-instructions-disallowed/',
  tags: ['start'],
  equivalents: {
    hadolint: ['DL4004'],
    buildkit: ['MultipleInstructionsDisallowed'],
    trivy: ['DS-0007'],
    kics: ['Multiple ENTRYPOINT Instructions Listed'],
  },
  differs: {
    MultipleInstructionsDisallowed:
      'Triggers are compared with one another, not with what a stage built from this one sets.',
  },
  fixes: ['safe'],

  check: (doc) =>
    overridden(
      doc,
      'ENTRYPOINT',
      'A container has one entry point, the last ENTRYPOINT of the stage: this one is never run.',
    ),
});
