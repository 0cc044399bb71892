// Written by `npm run generate`; do not edit.
import type { Rule } from '../engine/rule.js';
import dockerfileAndOrAsIf from './dockerfile/and-or-as-if.js';
import dockerfileApkCacheLeft from './dockerfile/apk-cache-left.js';
import dockerfileAptCommand from './dockerfile/apt-command.js';
import dockerfileAptListsLeft from './dockerfile/apt-lists-left.js';
import dockerfileAptRecommendedPackages from './dockerfile/apt-recommended-packages.js';
import dockerfileBacktickSubstitution from './dockerfile/backtick-substitution.js';
import dockerfileBaseImagePlatformMismatch from './dockerfile/base-image-platform-mismatch.js';
import dockerfileBashism from './dockerfile/bashism.js';
import dockerfileBuildToolsInFinalStage from './dockerfile/build-tools-in-final-stage.js';
import dockerfileCdBack from './dockerfile/cd-back.js';
import dockerfileCdCommand from './dockerfile/cd-command.js';
import dockerfileChpasswdCommand from './dockerfile/chpasswd-command.js';
import dockerfileCircularStageDependency from './dockerfile/circular-stage-dependency.js';
import dockerfileConsecutiveRun from './dockerfile/consecutive-run.js';
import dockerfileConstantPlatformFlag from './dockerfile/constant-platform-flag.js';
import dockerfileCopyBeforeInstall from './dockerfile/copy-before-install.js';
import dockerfileCopyFromOwnStage from './dockerfile/copy-from-own-stage.js';
import dockerfileCurlAndWget from './dockerfile/curl-and-wget.js';
import dockerfileDisabledSignatureVerification from './dockerfile/disabled-signature-verification.js';
import dockerfileDisabledTlsVerification from './dockerfile/disabled-tls-verification.js';
import dockerfileDistributionUpgrade from './dockerfile/distribution-upgrade.js';
import dockerfileDnfCacheLeft from './dockerfile/dnf-cache-left.js';
import dockerfileDuplicateParserDirective from './dockerfile/duplicate-parser-directive.js';
import dockerfileDuplicateStageName from './dockerfile/duplicate-stage-name.js';
import dockerfileEchoEscape from './dockerfile/echo-escape.js';
import dockerfileEmptyBaseImage from './dockerfile/empty-base-image.js';
import dockerfileEndOfLifeBaseImage from './dockerfile/end-of-life-base-image.js';
import dockerfileFindPipedToXargs from './dockerfile/find-piped-to-xargs.js';
import dockerfileHeredocWithoutErrexit from './dockerfile/heredoc-without-errexit.js';
import dockerfileHostCommand from './dockerfile/host-command.js';
import dockerfileImplicitStringTest from './dockerfile/implicit-string-test.js';
import dockerfileIndirectExitStatus from './dockerfile/indirect-exit-status.js';
import dockerfileInstructionBeforeFrom from './dockerfile/instruction-before-from.js';
import dockerfileInteractiveAptInstall from './dockerfile/interactive-apt-install.js';
import dockerfileInteractiveDnfInstall from './dockerfile/interactive-dnf-install.js';
import dockerfileInteractiveYumInstall from './dockerfile/interactive-yum-install.js';
import dockerfileInteractiveZypperInstall from './dockerfile/interactive-zypper-install.js';
import dockerfileInvalidBaseImage from './dockerfile/invalid-base-image.js';
import dockerfileJoinedTest from './dockerfile/joined-test.js';
import dockerfileLonePackageUpdate from './dockerfile/lone-package-update.js';
import dockerfileMalformedSuppression from './dockerfile/malformed-suppression.js';
import dockerfileMaskedExitStatus from './dockerfile/masked-exit-status.js';
import dockerfileMismatchedAsCasing from './dockerfile/mismatched-as-casing.js';
import dockerfileMissingFrom from './dockerfile/missing-from.js';
import dockerfileMissingHealthcheck from './dockerfile/missing-healthcheck.js';
import dockerfileMissingUser from './dockerfile/missing-user.js';
import dockerfileMisspelledShellVariable from './dockerfile/misspelled-shell-variable.js';
import dockerfileMkdirModeWithParents from './dockerfile/mkdir-mode-with-parents.js';
import dockerfileOptionLikeGlob from './dockerfile/option-like-glob.js';
import dockerfileOversizedBaseImage from './dockerfile/oversized-base-image.js';
import dockerfileOversizedFile from './dockerfile/oversized-file.js';
import dockerfilePackageScriptCommand from './dockerfile/package-script-command.js';
import dockerfilePackageUpgrade from './dockerfile/package-upgrade.js';
import dockerfilePipCacheLeft from './dockerfile/pip-cache-left.js';
import dockerfilePipeWithoutPipefail from './dockerfile/pipe-without-pipefail.js';
import dockerfileQuoteGap from './dockerfile/quote-gap.js';
import dockerfileRedundantTargetPlatform from './dockerfile/redundant-target-platform.js';
import dockerfileRelinkedShell from './dockerfile/relinked-shell.js';
import dockerfileRemovalOfEmptyVariable from './dockerfile/removal-of-empty-variable.js';
import dockerfileRepeatedRedirect from './dockerfile/repeated-redirect.js';
import dockerfileReservedStageName from './dockerfile/reserved-stage-name.js';
import dockerfileRootUser from './dockerfile/root-user.js';
import dockerfileSecretInBuildVariable from './dockerfile/secret-in-build-variable.js';
import dockerfileShellFormCommand from './dockerfile/shell-form-command.js';
import dockerfileShellFormHealthcheck from './dockerfile/shell-form-healthcheck.js';
import dockerfileShellScriptProblem from './dockerfile/shell-script-problem.js';
import dockerfileShellSyntaxError from './dockerfile/shell-syntax-error.js';
import dockerfileSingleQuotedExpansion from './dockerfile/single-quoted-expansion.js';
import dockerfileSudoCommand from './dockerfile/sudo-command.js';
import dockerfileSyntaxError from './dockerfile/syntax-error.js';
import dockerfileSystemFolderRemoval from './dockerfile/system-folder-removal.js';
import dockerfileUnassignedShellVariable from './dockerfile/unassigned-shell-variable.js';
import dockerfileUncheckedCd from './dockerfile/unchecked-cd.js';
import dockerfileUndefinedFromVariable from './dockerfile/undefined-from-variable.js';
import dockerfileUnknownCopyStage from './dockerfile/unknown-copy-stage.js';
import dockerfileUnknownFlag from './dockerfile/unknown-flag.js';
import dockerfileUnknownInstruction from './dockerfile/unknown-instruction.js';
import dockerfileUnknownSuppressedRule from './dockerfile/unknown-suppressed-rule.js';
import dockerfileUnpinnedApkPackages from './dockerfile/unpinned-apk-packages.js';
import dockerfileUnpinnedAptPackages from './dockerfile/unpinned-apt-packages.js';
import dockerfileUnpinnedBaseImage from './dockerfile/unpinned-base-image.js';
import dockerfileUnpinnedDnfPackages from './dockerfile/unpinned-dnf-packages.js';
import dockerfileUnpinnedYumPackages from './dockerfile/unpinned-yum-packages.js';
import dockerfileUnpinnedZypperPackages from './dockerfile/unpinned-zypper-packages.js';
import dockerfileUnportableShell from './dockerfile/unportable-shell.js';
import dockerfileUnquotedFindPattern from './dockerfile/unquoted-find-pattern.js';
import dockerfileUnquotedGrepPattern from './dockerfile/unquoted-grep-pattern.js';
import dockerfileUnquotedSubstitution from './dockerfile/unquoted-substitution.js';
import dockerfileUnquotedVariable from './dockerfile/unquoted-variable.js';
import dockerfileUnterminatedHeredoc from './dockerfile/unterminated-heredoc.js';
import dockerfileUntrustedRegistry from './dockerfile/untrusted-registry.js';
import dockerfileUnusableFromDefault from './dockerfile/unusable-from-default.js';
import dockerfileUnusedShellVariable from './dockerfile/unused-shell-variable.js';
import dockerfileUnusedStage from './dockerfile/unused-stage.js';
import dockerfileUnusedSuppression from './dockerfile/unused-suppression.js';
import dockerfileUppercaseStageName from './dockerfile/uppercase-stage-name.js';
import dockerfileUseraddLargeUid from './dockerfile/useradd-large-uid.js';
import dockerfileVariableInPrintfFormat from './dockerfile/variable-in-printf-format.js';
import dockerfileWgetProgressOutput from './dockerfile/wget-progress-output.js';
import dockerfileWhichCommand from './dockerfile/which-command.js';
import dockerfileWholeFilesystemCopy from './dockerfile/whole-filesystem-copy.js';
import dockerfileXPrefixedTest from './dockerfile/x-prefixed-test.js';
import dockerfileYumCacheLeft from './dockerfile/yum-cache-left.js';
import dockerfileZypperCacheLeft from './dockerfile/zypper-cache-left.js';

export const rules: readonly Rule[] = [
  dockerfileAndOrAsIf,
  dockerfileApkCacheLeft,
  dockerfileAptCommand,
  dockerfileAptListsLeft,
  dockerfileAptRecommendedPackages,
  dockerfileBacktickSubstitution,
  dockerfileBaseImagePlatformMismatch,
  dockerfileBashism,
  dockerfileBuildToolsInFinalStage,
  dockerfileCdBack,
  dockerfileCdCommand,
  dockerfileChpasswdCommand,
  dockerfileCircularStageDependency,
  dockerfileConsecutiveRun,
  dockerfileConstantPlatformFlag,
  dockerfileCopyBeforeInstall,
  dockerfileCopyFromOwnStage,
  dockerfileCurlAndWget,
  dockerfileDisabledSignatureVerification,
  dockerfileDisabledTlsVerification,
  dockerfileDistributionUpgrade,
  dockerfileDnfCacheLeft,
  dockerfileDuplicateParserDirective,
  dockerfileDuplicateStageName,
  dockerfileEchoEscape,
  dockerfileEmptyBaseImage,
  dockerfileEndOfLifeBaseImage,
  dockerfileFindPipedToXargs,
  dockerfileHeredocWithoutErrexit,
  dockerfileHostCommand,
  dockerfileImplicitStringTest,
  dockerfileIndirectExitStatus,
  dockerfileInstructionBeforeFrom,
  dockerfileInteractiveAptInstall,
  dockerfileInteractiveDnfInstall,
  dockerfileInteractiveYumInstall,
  dockerfileInteractiveZypperInstall,
  dockerfileInvalidBaseImage,
  dockerfileJoinedTest,
  dockerfileLonePackageUpdate,
  dockerfileMalformedSuppression,
  dockerfileMaskedExitStatus,
  dockerfileMismatchedAsCasing,
  dockerfileMissingFrom,
  dockerfileMissingHealthcheck,
  dockerfileMissingUser,
  dockerfileMisspelledShellVariable,
  dockerfileMkdirModeWithParents,
  dockerfileOptionLikeGlob,
  dockerfileOversizedBaseImage,
  dockerfileOversizedFile,
  dockerfilePackageScriptCommand,
  dockerfilePackageUpgrade,
  dockerfilePipCacheLeft,
  dockerfilePipeWithoutPipefail,
  dockerfileQuoteGap,
  dockerfileRedundantTargetPlatform,
  dockerfileRelinkedShell,
  dockerfileRemovalOfEmptyVariable,
  dockerfileRepeatedRedirect,
  dockerfileReservedStageName,
  dockerfileRootUser,
  dockerfileSecretInBuildVariable,
  dockerfileShellFormCommand,
  dockerfileShellFormHealthcheck,
  dockerfileShellScriptProblem,
  dockerfileShellSyntaxError,
  dockerfileSingleQuotedExpansion,
  dockerfileSudoCommand,
  dockerfileSyntaxError,
  dockerfileSystemFolderRemoval,
  dockerfileUnassignedShellVariable,
  dockerfileUncheckedCd,
  dockerfileUndefinedFromVariable,
  dockerfileUnknownCopyStage,
  dockerfileUnknownFlag,
  dockerfileUnknownInstruction,
  dockerfileUnknownSuppressedRule,
  dockerfileUnpinnedApkPackages,
  dockerfileUnpinnedAptPackages,
  dockerfileUnpinnedBaseImage,
  dockerfileUnpinnedDnfPackages,
  dockerfileUnpinnedYumPackages,
  dockerfileUnpinnedZypperPackages,
  dockerfileUnportableShell,
  dockerfileUnquotedFindPattern,
  dockerfileUnquotedGrepPattern,
  dockerfileUnquotedSubstitution,
  dockerfileUnquotedVariable,
  dockerfileUnterminatedHeredoc,
  dockerfileUntrustedRegistry,
  dockerfileUnusableFromDefault,
  dockerfileUnusedShellVariable,
  dockerfileUnusedStage,
  dockerfileUnusedSuppression,
  dockerfileUppercaseStageName,
  dockerfileUseraddLargeUid,
  dockerfileVariableInPrintfFormat,
  dockerfileWgetProgressOutput,
  dockerfileWhichCommand,
  dockerfileWholeFilesystemCopy,
  dockerfileXPrefixedTest,
  dockerfileYumCacheLeft,
  dockerfileZypperCacheLeft,
];
