// Written by `npm run generate`; do not edit.
import type { Rule } from '../engine/rule.js';
import dockerfileAndOrAsIf from './dockerfile/and-or-as-if.js';
import dockerfileApkCacheLeft from './dockerfile/apk-cache-left.js';
import dockerfileAptListsLeft from './dockerfile/apt-lists-left.js';
import dockerfileAptRecommendedPackages from './dockerfile/apt-recommended-packages.js';
import dockerfileBacktickSubstitution from './dockerfile/backtick-substitution.js';
import dockerfileBashism from './dockerfile/bashism.js';
import dockerfileCdBack from './dockerfile/cd-back.js';
import dockerfileCopyBeforeInstall from './dockerfile/copy-before-install.js';
import dockerfileDuplicateParserDirective from './dockerfile/duplicate-parser-directive.js';
import dockerfileEchoEscape from './dockerfile/echo-escape.js';
import dockerfileFindPipedToXargs from './dockerfile/find-piped-to-xargs.js';
import dockerfileImplicitStringTest from './dockerfile/implicit-string-test.js';
import dockerfileIndirectExitStatus from './dockerfile/indirect-exit-status.js';
import dockerfileInstructionBeforeFrom from './dockerfile/instruction-before-from.js';
import dockerfileInvalidBaseImage from './dockerfile/invalid-base-image.js';
import dockerfileJoinedTest from './dockerfile/joined-test.js';
import dockerfileMalformedSuppression from './dockerfile/malformed-suppression.js';
import dockerfileMaskedExitStatus from './dockerfile/masked-exit-status.js';
import dockerfileMissingFrom from './dockerfile/missing-from.js';
import dockerfileMissingUser from './dockerfile/missing-user.js';
import dockerfileMisspelledShellVariable from './dockerfile/misspelled-shell-variable.js';
import dockerfileMkdirModeWithParents from './dockerfile/mkdir-mode-with-parents.js';
import dockerfileOptionLikeGlob from './dockerfile/option-like-glob.js';
import dockerfileOversizedFile from './dockerfile/oversized-file.js';
import dockerfilePipCacheLeft from './dockerfile/pip-cache-left.js';
import dockerfileQuoteGap from './dockerfile/quote-gap.js';
import dockerfileRemovalOfEmptyVariable from './dockerfile/removal-of-empty-variable.js';
import dockerfileRepeatedRedirect from './dockerfile/repeated-redirect.js';
import dockerfileRootUser from './dockerfile/root-user.js';
import dockerfileSecretInBuildVariable from './dockerfile/secret-in-build-variable.js';
import dockerfileShellFormCommand from './dockerfile/shell-form-command.js';
import dockerfileShellSyntaxError from './dockerfile/shell-syntax-error.js';
import dockerfileSingleQuotedExpansion from './dockerfile/single-quoted-expansion.js';
import dockerfileSyntaxError from './dockerfile/syntax-error.js';
import dockerfileSystemFolderRemoval from './dockerfile/system-folder-removal.js';
import dockerfileUnassignedShellVariable from './dockerfile/unassigned-shell-variable.js';
import dockerfileUncheckedCd from './dockerfile/unchecked-cd.js';
import dockerfileUnknownFlag from './dockerfile/unknown-flag.js';
import dockerfileUnknownInstruction from './dockerfile/unknown-instruction.js';
import dockerfileUnknownSuppressedRule from './dockerfile/unknown-suppressed-rule.js';
import dockerfileUnpinnedBaseImage from './dockerfile/unpinned-base-image.js';
import dockerfileUnportableShell from './dockerfile/unportable-shell.js';
import dockerfileUnquotedFindPattern from './dockerfile/unquoted-find-pattern.js';
import dockerfileUnquotedGrepPattern from './dockerfile/unquoted-grep-pattern.js';
import dockerfileUnquotedSubstitution from './dockerfile/unquoted-substitution.js';
import dockerfileUnquotedVariable from './dockerfile/unquoted-variable.js';
import dockerfileUnterminatedHeredoc from './dockerfile/unterminated-heredoc.js';
import dockerfileUnusedShellVariable from './dockerfile/unused-shell-variable.js';
import dockerfileUnusedSuppression from './dockerfile/unused-suppression.js';
import dockerfileVariableInPrintfFormat from './dockerfile/variable-in-printf-format.js';
import dockerfileWhichCommand from './dockerfile/which-command.js';
import dockerfileXPrefixedTest from './dockerfile/x-prefixed-test.js';

export const rules: readonly Rule[] = [
  dockerfileAndOrAsIf,
  dockerfileApkCacheLeft,
  dockerfileAptListsLeft,
  dockerfileAptRecommendedPackages,
  dockerfileBacktickSubstitution,
  dockerfileBashism,
  dockerfileCdBack,
  dockerfileCopyBeforeInstall,
  dockerfileDuplicateParserDirective,
  dockerfileEchoEscape,
  dockerfileFindPipedToXargs,
  dockerfileImplicitStringTest,
  dockerfileIndirectExitStatus,
  dockerfileInstructionBeforeFrom,
  dockerfileInvalidBaseImage,
  dockerfileJoinedTest,
  dockerfileMalformedSuppression,
  dockerfileMaskedExitStatus,
  dockerfileMissingFrom,
  dockerfileMissingUser,
  dockerfileMisspelledShellVariable,
  dockerfileMkdirModeWithParents,
  dockerfileOptionLikeGlob,
  dockerfileOversizedFile,
  dockerfilePipCacheLeft,
  dockerfileQuoteGap,
  dockerfileRemovalOfEmptyVariable,
  dockerfileRepeatedRedirect,
  dockerfileRootUser,
  dockerfileSecretInBuildVariable,
  dockerfileShellFormCommand,
  dockerfileShellSyntaxError,
  dockerfileSingleQuotedExpansion,
  dockerfileSyntaxError,
  dockerfileSystemFolderRemoval,
  dockerfileUnassignedShellVariable,
  dockerfileUncheckedCd,
  dockerfileUnknownFlag,
  dockerfileUnknownInstruction,
  dockerfileUnknownSuppressedRule,
  dockerfileUnpinnedBaseImage,
  dockerfileUnportableShell,
  dockerfileUnquotedFindPattern,
  dockerfileUnquotedGrepPattern,
  dockerfileUnquotedSubstitution,
  dockerfileUnquotedVariable,
  dockerfileUnterminatedHeredoc,
  dockerfileUnusedShellVariable,
  dockerfileUnusedSuppression,
  dockerfileVariableInPrintfFormat,
  dockerfileWhichCommand,
  dockerfileXPrefixedTest,
];
