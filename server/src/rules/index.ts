// Written by `npm run generate`; do not edit.
import type { Rule } from '../engine/rule.js';
import dockerfileApkCacheLeft from './dockerfile/apk-cache-left.js';
import dockerfileAptListsLeft from './dockerfile/apt-lists-left.js';
import dockerfileAptRecommendedPackages from './dockerfile/apt-recommended-packages.js';
import dockerfileBacktickSubstitution from './dockerfile/backtick-substitution.js';
import dockerfileCopyBeforeInstall from './dockerfile/copy-before-install.js';
import dockerfileDuplicateParserDirective from './dockerfile/duplicate-parser-directive.js';
import dockerfileInstructionBeforeFrom from './dockerfile/instruction-before-from.js';
import dockerfileInvalidBaseImage from './dockerfile/invalid-base-image.js';
import dockerfileMalformedSuppression from './dockerfile/malformed-suppression.js';
import dockerfileMissingFrom from './dockerfile/missing-from.js';
import dockerfileMissingUser from './dockerfile/missing-user.js';
import dockerfileOversizedFile from './dockerfile/oversized-file.js';
import dockerfilePipCacheLeft from './dockerfile/pip-cache-left.js';
import dockerfileRootUser from './dockerfile/root-user.js';
import dockerfileSecretInBuildVariable from './dockerfile/secret-in-build-variable.js';
import dockerfileShellFormCommand from './dockerfile/shell-form-command.js';
import dockerfileSyntaxError from './dockerfile/syntax-error.js';
import dockerfileUnknownFlag from './dockerfile/unknown-flag.js';
import dockerfileUnknownInstruction from './dockerfile/unknown-instruction.js';
import dockerfileUnknownSuppressedRule from './dockerfile/unknown-suppressed-rule.js';
import dockerfileUnpinnedBaseImage from './dockerfile/unpinned-base-image.js';
import dockerfileUnterminatedHeredoc from './dockerfile/unterminated-heredoc.js';
import dockerfileUnusedSuppression from './dockerfile/unused-suppression.js';

export const rules: readonly Rule[] = [
  dockerfileApkCacheLeft,
  dockerfileAptListsLeft,
  dockerfileAptRecommendedPackages,
  dockerfileBacktickSubstitution,
  dockerfileCopyBeforeInstall,
  dockerfileDuplicateParserDirective,
  dockerfileInstructionBeforeFrom,
  dockerfileInvalidBaseImage,
  dockerfileMalformedSuppression,
  dockerfileMissingFrom,
  dockerfileMissingUser,
  dockerfileOversizedFile,
  dockerfilePipCacheLeft,
  dockerfileRootUser,
  dockerfileSecretInBuildVariable,
  dockerfileShellFormCommand,
  dockerfileSyntaxError,
  dockerfileUnknownFlag,
  dockerfileUnknownInstruction,
  dockerfileUnknownSuppressedRule,
  dockerfileUnpinnedBaseImage,
  dockerfileUnterminatedHeredoc,
  dockerfileUnusedSuppression,
];
