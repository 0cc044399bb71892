import { overridden } from '../../engine/dockerfile/start/overridden.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'duplicate-cmd',
  language: 'dockerfile',
  title: 'Give each stage one CMD',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference#instructions',
  link: 'https://docs.docker.com/reference/build-checks/multiple-instructions-disallowed/',
  tags: ['start'],
  equivalents: {
    hadolint: ['DL4003'],
    buildkit: ['MultipleInstructionsDisallowed'],
    trivy: ['DS-0016'],
    kics: ['Multiple CMD Instructions Listed'],
  },
  differs: {
    MultipleInstructionsDisallowed:
      'Triggers are compared with one another, not with what a stage built from this one sets.',
  },
  fixes: ['safe'],

  check: (doc) =>
    overridden(doc, 'CMD', 'A container starts one program, the last CMD of the stage: this one is never run.'),
});
