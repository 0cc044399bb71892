import { uncheckedByConfiguration, uncheckedByOption } from '../../engine/dockerfile/trust/certificates.js';
import { trustFindings } from '../../engine/dockerfile/trust/findings.js';
import { uncheckedByVariable } from '../../engine/dockerfile/trust/variables.js';
import { defineRule } from '../../engine/rule.js';

const words = {
  risk: 'switches off the check of who the server is, so anybody between can change what this build downloads.',
  lost: 'a server without a valid certificate is then refused',
} as const;

export default defineRule({
  id: 'disabled-tls-verification',
  language: 'dockerfile',
  title: 'Check the certificate of every server that you use',
  severity: 'warning',
  profile: 'recommended',
  guide: 'security-hardening',
  link: 'https://curl.se/docs/sslcerts.html',
  tags: ['security', 'tls'],
  equivalents: {
    checkov: ['CKV2_DOCKER_2', 'CKV2_DOCKER_3', 'CKV2_DOCKER_4', 'CKV2_DOCKER_5', 'CKV2_DOCKER_6'].concat([
      'CKV2_DOCKER_12',
      'CKV2_DOCKER_13',
      'CKV2_DOCKER_14',
      'CKV2_DOCKER_15',
      'CKV2_DOCKER_16',
    ]),
  },
  differs: {
    CKV2_DOCKER_14: 'A name alone behind ARG sets nothing, and an assignment that is not exported changes no program.',
  },
  fixes: ['unsafe'],

  *check(doc) {
    yield* trustFindings(uncheckedByOption(doc), words);
    yield* trustFindings(uncheckedByConfiguration(doc), words);
    yield* trustFindings(uncheckedByVariable(doc), words);
  },
});
