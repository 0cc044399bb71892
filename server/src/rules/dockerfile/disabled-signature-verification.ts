import { trustFindings } from '../../engine/dockerfile/trust/findings.js';
import { acceptedUnsigned, writtenUnsigned } from '../../engine/dockerfile/trust/signatures.js';
import { defineRule } from '../../engine/rule.js';

const words = {
  risk: 'installs packages whoever made them, since their signatures are not checked.',
  lost: 'packages without a valid signature are then refused',
} as const;

export default defineRule({
  id: 'disabled-signature-verification',
  language: 'dockerfile',
  title: 'Check the signatures of the packages you install',
  severity: 'warning',
  profile: 'recommended',
  guide: 'security-hardening',
  link: 'https://manpages.debian.org/stable/apt/apt-secure.8.en.html',
  tags: ['security', 'packages'],
  equivalents: {
    checkov: ['CKV2_DOCKER_7', 'CKV2_DOCKER_8', 'CKV2_DOCKER_9', 'CKV2_DOCKER_10', 'CKV2_DOCKER_11'],
  },
  differs: {
    CKV2_DOCKER_7: 'Commands of apk that install nothing, such as apk index, do not count.',
    CKV2_DOCKER_10:
      'Only commands of rpm that install count; a query without signatures brings nothing into the image.',
  },
  fixes: ['unsafe'],

  *check(doc) {
    yield* trustFindings(acceptedUnsigned(doc), words);
    yield* trustFindings(writtenUnsigned(doc), words);
  },
});
