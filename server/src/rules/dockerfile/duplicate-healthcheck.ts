import { overridden } from '../../engine/dockerfile/start/overridden.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'duplicate-healthcheck',
  language: 'dockerfile',
  title: 'Give each stage one HEALTHCHECK',
  severity: 'warning',
  profile: 'recommended',
  guide: 'application-health-check',
  link: 'https://docs.docker.com/reference/build-checks/multiple-instructions-disallowed/',
  tags: ['health'],
  equivalents: {
    hadolint: ['DL3012'],
    buildkit: ['MultipleInstructionsDisallowed'],
    trivy: ['DS-0023'],
  },
  differs: {
    MultipleInstructionsDisallowed:
      'Triggers are compared with one another, not with what a stage built from this one sets.',
  },
  fixes: ['safe'],

  check: (doc) =>
    overridden(
      doc,
      'HEALTHCHECK',
      'A container has one health check, the last HEALTHCHECK of the stage: this one has no effect.',
    ),
});
