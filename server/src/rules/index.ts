// Written by `npm run generate`; do not edit.
import type { Rule } from '../engine/rule.js';
import dockerfileAddInsteadOfCopy from './dockerfile/add-instead-of-copy.js';
import dockerfileAndOrAsIf from './dockerfile/and-or-as-if.js';
import dockerfileApkCacheLeft from './dockerfile/apk-cache-left.js';
import dockerfileAptCommand from './dockerfile/apt-command.js';
import dockerfileAptListsLeft from './dockerfile/apt-lists-left.js';
import dockerfileAptRecommendedPackages from './dockerfile/apt-recommended-packages.js';
import dockerfileBackslashLineEnd from './dockerfile/backslash-line-end.js';
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
import dockerfileCopiedSecretFile from './dockerfile/copied-secret-file.js';
import dockerfileCopyBeforeInstall from './dockerfile/copy-before-install.js';
import dockerfileCopyFromOwnStage from './dockerfile/copy-from-own-stage.js';
import dockerfileCopyOwnershipFlag from './dockerfile/copy-ownership-flag.js';
import dockerfileCopySourceOutsideContext from './dockerfile/copy-source-outside-context.js';
import dockerfileCopyTargetWithoutSlash from './dockerfile/copy-target-without-slash.js';
import dockerfileCopyWithoutChown from './dockerfile/copy-without-chown.js';
import dockerfileCurlAndWget from './dockerfile/curl-and-wget.js';
import dockerfileDeprecatedNpmFlag from './dockerfile/deprecated-npm-flag.js';
import dockerfileDevDependenciesInFinalStage from './dockerfile/dev-dependencies-in-final-stage.js';
import dockerfileDisabledSignatureVerification from './dockerfile/disabled-signature-verification.js';
import dockerfileDisabledTlsVerification from './dockerfile/disabled-tls-verification.js';
import dockerfileDistributionUpgrade from './dockerfile/distribution-upgrade.js';
import dockerfileDnfCacheLeft from './dockerfile/dnf-cache-left.js';
import dockerfileDuplicateCmd from './dockerfile/duplicate-cmd.js';
import dockerfileDuplicateEntrypoint from './dockerfile/duplicate-entrypoint.js';
import dockerfileDuplicateHealthcheck from './dockerfile/duplicate-healthcheck.js';
import dockerfileDuplicateParserDirective from './dockerfile/duplicate-parser-directive.js';
import dockerfileDuplicateStageName from './dockerfile/duplicate-stage-name.js';
import dockerfileEchoEscape from './dockerfile/echo-escape.js';
import dockerfileEmptyBaseImage from './dockerfile/empty-base-image.js';
import dockerfileEmptyContinuationLine from './dockerfile/empty-continuation-line.js';
import dockerfileEmptyLabel from './dockerfile/empty-label.js';
import dockerfileEndOfLifeBaseImage from './dockerfile/end-of-life-base-image.js';
import dockerfileExposeHostMapping from './dockerfile/expose-host-mapping.js';
import dockerfileExposedSshPort from './dockerfile/exposed-ssh-port.js';
import dockerfileExtractedArchiveCopy from './dockerfile/extracted-archive-copy.js';
import dockerfileFindPipedToXargs from './dockerfile/find-piped-to-xargs.js';
import dockerfileForbiddenOnbuildTrigger from './dockerfile/forbidden-onbuild-trigger.js';
import dockerfileHardcodedSecret from './dockerfile/hardcoded-secret.js';
import dockerfileHeredocWithoutErrexit from './dockerfile/heredoc-without-errexit.js';
import dockerfileHostCommand from './dockerfile/host-command.js';
import dockerfileIgnoredCopySource from './dockerfile/ignored-copy-source.js';
import dockerfileImplicitStringTest from './dockerfile/implicit-string-test.js';
import dockerfileIndirectExitStatus from './dockerfile/indirect-exit-status.js';
import dockerfileInlineSuppression from './dockerfile/inline-suppression.js';
import dockerfileInstructionBeforeFrom from './dockerfile/instruction-before-from.js';
import dockerfileInteractiveAptInstall from './dockerfile/interactive-apt-install.js';
import dockerfileInteractiveDnfInstall from './dockerfile/interactive-dnf-install.js';
import dockerfileInteractiveYumInstall from './dockerfile/interactive-yum-install.js';
import dockerfileInteractiveZypperInstall from './dockerfile/interactive-zypper-install.js';
import dockerfileInvalidBaseImage from './dockerfile/invalid-base-image.js';
import dockerfileInvalidCheckDirective from './dockerfile/invalid-check-directive.js';
import dockerfileInvalidExposedPort from './dockerfile/invalid-exposed-port.js';
import dockerfileInvalidLabelKey from './dockerfile/invalid-label-key.js';
import dockerfileInvalidLabelValue from './dockerfile/invalid-label-value.js';
import dockerfileInvalidStopSignal from './dockerfile/invalid-stop-signal.js';
import dockerfileJoinedTest from './dockerfile/joined-test.js';
import dockerfileLegacyKeyValue from './dockerfile/legacy-key-value.js';
import dockerfileLonePackageUpdate from './dockerfile/lone-package-update.js';
import dockerfileMaintainerInstruction from './dockerfile/maintainer-instruction.js';
import dockerfileMalformedSuppression from './dockerfile/malformed-suppression.js';
import dockerfileMaskedExitStatus from './dockerfile/masked-exit-status.js';
import dockerfileMismatchedAsCasing from './dockerfile/mismatched-as-casing.js';
import dockerfileMismatchedDefinitionComment from './dockerfile/mismatched-definition-comment.js';
import dockerfileMissingCacheMount from './dockerfile/missing-cache-mount.js';
import dockerfileMissingContinuation from './dockerfile/missing-continuation.js';
import dockerfileMissingCopySource from './dockerfile/missing-copy-source.js';
import dockerfileMissingDockerignore from './dockerfile/missing-dockerignore.js';
import dockerfileMissingFrom from './dockerfile/missing-from.js';
import dockerfileMissingHealthcheck from './dockerfile/missing-healthcheck.js';
import dockerfileMissingLabel from './dockerfile/missing-label.js';
import dockerfileMissingUser from './dockerfile/missing-user.js';
import dockerfileMisspelledShellVariable from './dockerfile/misspelled-shell-variable.js';
import dockerfileMixedInstructionCasing from './dockerfile/mixed-instruction-casing.js';
import dockerfileMkdirModeWithParents from './dockerfile/mkdir-mode-with-parents.js';
import dockerfileNonNumericUser from './dockerfile/non-numeric-user.js';
import dockerfileNumberedCopyStage from './dockerfile/numbered-copy-stage.js';
import dockerfileOptionLikeGlob from './dockerfile/option-like-glob.js';
import dockerfileOversizedBaseImage from './dockerfile/oversized-base-image.js';
import dockerfileOversizedFile from './dockerfile/oversized-file.js';
import dockerfilePackageScriptCommand from './dockerfile/package-script-command.js';
import dockerfilePackageUpgrade from './dockerfile/package-upgrade.js';
import dockerfilePipCacheLeft from './dockerfile/pip-cache-left.js';
import dockerfilePipeWithoutPipefail from './dockerfile/pipe-without-pipefail.js';
import dockerfileQuoteGap from './dockerfile/quote-gap.js';
import dockerfileRedundantTargetPlatform from './dockerfile/redundant-target-platform.js';
import dockerfileRelativeCopyTarget from './dockerfile/relative-copy-target.js';
import dockerfileRelativeWorkdir from './dockerfile/relative-workdir.js';
import dockerfileRelinkedShell from './dockerfile/relinked-shell.js';
import dockerfileRemovalOfEmptyVariable from './dockerfile/removal-of-empty-variable.js';
import dockerfileRepeatedRedirect from './dockerfile/repeated-redirect.js';
import dockerfileReservedStageName from './dockerfile/reserved-stage-name.js';
import dockerfileRootUser from './dockerfile/root-user.js';
import dockerfileSameStatementEnvReference from './dockerfile/same-statement-env-reference.js';
import dockerfileSecretInBuildVariable from './dockerfile/secret-in-build-variable.js';
import dockerfileShellFormCommand from './dockerfile/shell-form-command.js';
import dockerfileShellFormHealthcheck from './dockerfile/shell-form-healthcheck.js';
import dockerfileShellScriptProblem from './dockerfile/shell-script-problem.js';
import dockerfileShellSyntaxError from './dockerfile/shell-syntax-error.js';
import dockerfileSingleQuotedExpansion from './dockerfile/single-quoted-expansion.js';
import dockerfileSudoCommand from './dockerfile/sudo-command.js';
import dockerfileSwallowedInstruction from './dockerfile/swallowed-instruction.js';
import dockerfileSyntaxError from './dockerfile/syntax-error.js';
import dockerfileSystemDirectoryTarget from './dockerfile/system-directory-target.js';
import dockerfileSystemFolderRemoval from './dockerfile/system-folder-removal.js';
import dockerfileTrailingComment from './dockerfile/trailing-comment.js';
import dockerfileUnassignedShellVariable from './dockerfile/unassigned-shell-variable.js';
import dockerfileUncheckedCd from './dockerfile/unchecked-cd.js';
import dockerfileUndeclaredGlobalArg from './dockerfile/undeclared-global-arg.js';
import dockerfileUndefinedFromVariable from './dockerfile/undefined-from-variable.js';
import dockerfileUndefinedVariable from './dockerfile/undefined-variable.js';
import dockerfileUnescapedWindowsPath from './dockerfile/unescaped-windows-path.js';
import dockerfileUnknownCopyStage from './dockerfile/unknown-copy-stage.js';
import dockerfileUnknownFlag from './dockerfile/unknown-flag.js';
import dockerfileUnknownInstruction from './dockerfile/unknown-instruction.js';
import dockerfileUnknownLabel from './dockerfile/unknown-label.js';
import dockerfileUnknownSuppressedRule from './dockerfile/unknown-suppressed-rule.js';
import dockerfileUnlockedInstall from './dockerfile/unlocked-install.js';
import dockerfileUnpinnedApkPackages from './dockerfile/unpinned-apk-packages.js';
import dockerfileUnpinnedAptPackages from './dockerfile/unpinned-apt-packages.js';
import dockerfileUnpinnedBaseImage from './dockerfile/unpinned-base-image.js';
import dockerfileUnpinnedDnfPackages from './dockerfile/unpinned-dnf-packages.js';
import dockerfileUnpinnedGemPackages from './dockerfile/unpinned-gem-packages.js';
import dockerfileUnpinnedGoPackages from './dockerfile/unpinned-go-packages.js';
import dockerfileUnpinnedNpmPackages from './dockerfile/unpinned-npm-packages.js';
import dockerfileUnpinnedPipPackages from './dockerfile/unpinned-pip-packages.js';
import dockerfileUnpinnedToolPackages from './dockerfile/unpinned-tool-packages.js';
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
import dockerfileUnusedArg from './dockerfile/unused-arg.js';
import dockerfileUnusedShellVariable from './dockerfile/unused-shell-variable.js';
import dockerfileUnusedStage from './dockerfile/unused-stage.js';
import dockerfileUnusedSuppression from './dockerfile/unused-suppression.js';
import dockerfileUnverifiedRemoteAdd from './dockerfile/unverified-remote-add.js';
import dockerfileUppercaseExposeProtocol from './dockerfile/uppercase-expose-protocol.js';
import dockerfileUppercaseStageName from './dockerfile/uppercase-stage-name.js';
import dockerfileUseraddLargeUid from './dockerfile/useradd-large-uid.js';
import dockerfileVariableInPrintfFormat from './dockerfile/variable-in-printf-format.js';
import dockerfileWgetProgressOutput from './dockerfile/wget-progress-output.js';
import dockerfileWhichCommand from './dockerfile/which-command.js';
import dockerfileWholeFilesystemCopy from './dockerfile/whole-filesystem-copy.js';
import dockerfileXPrefixedTest from './dockerfile/x-prefixed-test.js';
import dockerfileYarnCacheLeft from './dockerfile/yarn-cache-left.js';
import dockerfileYumCacheLeft from './dockerfile/yum-cache-left.js';
import dockerfileZypperCacheLeft from './dockerfile/zypper-cache-left.js';
import composeAbsoluteBuildContext from './compose/absolute-build-context.js';
import composeApiSocketExposed from './compose/api-socket-exposed.js';
import composeBuildWithImage from './compose/build-with-image.js';
import composeConflictingConfigSource from './compose/conflicting-config-source.js';
import composeConflictingExternalName from './compose/conflicting-external-name.js';
import composeConflictingReplicaCounts from './compose/conflicting-replica-counts.js';
import composeConflictingResourceLimits from './compose/conflicting-resource-limits.js';
import composeCredentialInUrl from './compose/credential-in-url.js';
import composeCustomCgroupParent from './compose/custom-cgroup-parent.js';
import composeDangerousCapability from './compose/dangerous-capability.js';
import composeDependencyCycle from './compose/dependency-cycle.js';
import composeDeprecatedExternalName from './compose/deprecated-external-name.js';
import composeDeprecatedWatchKey from './compose/deprecated-watch-key.js';
import composeDevelopmentSettingInProduction from './compose/development-setting-in-production.js';
import composeDeviceCountWithIds from './compose/device-count-with-ids.js';
import composeDisabledLogging from './compose/disabled-logging.js';
import composeDisabledProfileDependency from './compose/disabled-profile-dependency.js';
import composeDisabledSecurityProfile from './compose/disabled-security-profile.js';
import composeDockerSocketMount from './compose/docker-socket-mount.js';
import composeDockerfileWithInline from './compose/dockerfile-with-inline.js';
import composeDuplicateContainerName from './compose/duplicate-container-name.js';
import composeDuplicateKey from './compose/duplicate-key.js';
import composeDuplicateMountTarget from './compose/duplicate-mount-target.js';
import composeDuplicatePublishedPort from './compose/duplicate-published-port.js';
import composeEmptyProfiles from './compose/empty-profiles.js';
import composeEnvNameTrailingSpace from './compose/env-name-trailing-space.js';
import composeExecutableTmpfs from './compose/executable-tmpfs.js';
import composeExtendsCycle from './compose/extends-cycle.js';
import composeExternalWithOptions from './compose/external-with-options.js';
import composeFixedContainerName from './compose/fixed-container-name.js';
import composeForeignMountOption from './compose/foreign-mount-option.js';
import composeHealthyConditionWithoutHealthcheck from './compose/healthy-condition-without-healthcheck.js';
import composeHostIpcNamespace from './compose/host-ipc-namespace.js';
import composeHostNetwork from './compose/host-network.js';
import composeHostPidNamespace from './compose/host-pid-namespace.js';
import composeHostUserNamespace from './compose/host-user-namespace.js';
import composeHostUtsNamespace from './compose/host-uts-namespace.js';
import composeIgnoredSecretMode from './compose/ignored-secret-mode.js';
import composeImageWithoutDigest from './compose/image-without-digest.js';
import composeImplicitDefaultNetwork from './compose/implicit-default-network.js';
import composeIncludeCycle from './compose/include-cycle.js';
import composeInterpolatedKey from './compose/interpolated-key.js';
import composeInvalidAdditionalContext from './compose/invalid-additional-context.js';
import composeInvalidAddress from './compose/invalid-address.js';
import composeInvalidBuildSsh from './compose/invalid-build-ssh.js';
import composeInvalidByteSize from './compose/invalid-byte-size.js';
import composeInvalidContainerName from './compose/invalid-container-name.js';
import composeInvalidCpuCount from './compose/invalid-cpu-count.js';
import composeInvalidDevice from './compose/invalid-device.js';
import composeInvalidDuration from './compose/invalid-duration.js';
import composeInvalidEnvFileLine from './compose/invalid-env-file-line.js';
import composeInvalidExtraHost from './compose/invalid-extra-host.js';
import composeInvalidHealthcheckTest from './compose/invalid-healthcheck-test.js';
import composeInvalidHostIp from './compose/invalid-host-ip.js';
import composeInvalidInterpolation from './compose/invalid-interpolation.js';
import composeInvalidPort from './compose/invalid-port.js';
import composeInvalidProjectName from './compose/invalid-project-name.js';
import composeInvalidSecurityOption from './compose/invalid-security-option.js';
import composeInvalidVolume from './compose/invalid-volume.js';
import composeLegacyLinks from './compose/legacy-links.js';
import composeLiteralCredential from './compose/literal-credential.js';
import composeMissingBindSource from './compose/missing-bind-source.js';
import composeMissingBuildContext from './compose/missing-build-context.js';
import composeMissingCpuLimit from './compose/missing-cpu-limit.js';
import composeMissingDockerfile from './compose/missing-dockerfile.js';
import composeMissingEnvFile from './compose/missing-env-file.js';
import composeMissingExtendsTarget from './compose/missing-extends-target.js';
import composeMissingImageOrBuild from './compose/missing-image-or-build.js';
import composeMissingIncludeFile from './compose/missing-include-file.js';
import composeMissingLabelFile from './compose/missing-label-file.js';
import composeMissingMemoryLimit from './compose/missing-memory-limit.js';
import composeMissingNodeModulesVolume from './compose/missing-node-modules-volume.js';
import composeMissingPidsLimit from './compose/missing-pids-limit.js';
import composeMissingProjectName from './compose/missing-project-name.js';
import composeMissingRequiredVariable from './compose/missing-required-variable.js';
import composeMissingRestartPolicy from './compose/missing-restart-policy.js';
import composeMissingSecretSource from './compose/missing-secret-source.js';
import composeMissingSecurityOptions from './compose/missing-security-options.js';
import composeMissingServiceHealthcheck from './compose/missing-service-healthcheck.js';
import composeMissingWatchTarget from './compose/missing-watch-target.js';
import composeMixedEnvironmentStyle from './compose/mixed-environment-style.js';
import composeMutableImageTag from './compose/mutable-image-tag.js';
import composeNegativeReplicaCount from './compose/negative-replica-count.js';
import composeNetworkModeWithNetworks from './compose/network-mode-with-networks.js';
import composeNonBuildableContextService from './compose/non-buildable-context-service.js';
import composeNonStringKey from './compose/non-string-key.js';
import composeObsoleteVersion from './compose/obsolete-version.js';
import composeOverrideWithoutBase from './compose/override-without-base.js';
import composePathLikeVolumeName from './compose/path-like-volume-name.js';
import composePlatformMissingFromBuild from './compose/platform-missing-from-build.js';
import composePortOnAllInterfaces from './compose/port-on-all-interfaces.js';
import composePortSharedBetweenProjects from './compose/port-shared-between-projects.js';
import composePortsWithHostNetwork from './compose/ports-with-host-network.js';
import composePrivilegeEscalationAllowed from './compose/privilege-escalation-allowed.js';
import composePrivilegedContainer from './compose/privileged-container.js';
import composePrivilegedPort from './compose/privileged-port.js';
import composeProductionSettingInDevelopment from './compose/production-setting-in-development.js';
import composeQuotedVolume from './compose/quoted-volume.js';
import composeRawDevice from './compose/raw-device.js';
import composeRedundantLink from './compose/redundant-link.js';
import composeReplicatedContainerName from './compose/replicated-container-name.js';
import composeRootServiceUser from './compose/root-service-user.js';
import composeSchemaMismatch from './compose/schema-mismatch.js';
import composeSensitiveHostMount from './compose/sensitive-host-mount.js';
import composeShadowedComposeFile from './compose/shadowed-compose-file.js';
import composeSharedMountPropagation from './compose/shared-mount-propagation.js';
import composeSharedNamedVolume from './compose/shared-named-volume.js';
import composeShortSyntax from './compose/short-syntax.js';
import composeSwarmOnlyKey from './compose/swarm-only-key.js';
import composeUnboundedLogs from './compose/unbounded-logs.js';
import composeUnboundedRestart from './compose/unbounded-restart.js';
import composeUndeclaredBuildArg from './compose/undeclared-build-arg.js';
import composeUndefinedBuildTarget from './compose/undefined-build-target.js';
import composeUndefinedConfig from './compose/undefined-config.js';
import composeUndefinedModel from './compose/undefined-model.js';
import composeUndefinedNetwork from './compose/undefined-network.js';
import composeUndefinedSecret from './compose/undefined-secret.js';
import composeUndefinedService from './compose/undefined-service.js';
import composeUndefinedVolume from './compose/undefined-volume.js';
import composeUndroppedCapabilities from './compose/undropped-capabilities.js';
import composeUnescapedDollar from './compose/unescaped-dollar.js';
import composeUnknownKey from './compose/unknown-key.js';
import composeUnknownMountOption from './compose/unknown-mount-option.js';
import composeUnpersistedDatabase from './compose/unpersisted-database.js';
import composeUnquotedPort from './compose/unquoted-port.js';
import composeUnsetVariable from './compose/unset-variable.js';
import composeUnsortedDependsOn from './compose/unsorted-depends-on.js';
import composeUnsortedPorts from './compose/unsorted-ports.js';
import composeUnsortedServiceKeys from './compose/unsorted-service-keys.js';
import composeUnsortedServices from './compose/unsorted-services.js';
import composeUnsortedTopLevelKeys from './compose/unsorted-top-level-keys.js';
import composeUnsupportedResourceDriver from './compose/unsupported-resource-driver.js';
import composeUnusedAnchor from './compose/unused-anchor.js';
import composeUnusedConfig from './compose/unused-config.js';
import composeUnusedNetwork from './compose/unused-network.js';
import composeUnusedSecret from './compose/unused-secret.js';
import composeUnusedVolume from './compose/unused-volume.js';
import composeWritableRootFilesystem from './compose/writable-root-filesystem.js';
import composeWritableSystemMount from './compose/writable-system-mount.js';
import composeYamlSyntaxError from './compose/yaml-syntax-error.js';
import composeYaml11Boolean from './compose/yaml11-boolean.js';
import dockerignoreDuplicateIgnorePattern from './dockerignore/duplicate-ignore-pattern.js';
import dockerignoreIndentedComment from './dockerignore/indented-comment.js';
import dockerignoreInvalidIgnorePattern from './dockerignore/invalid-ignore-pattern.js';
import dockerignoreMissingIgnoreEntry from './dockerignore/missing-ignore-entry.js';
import dockerignoreMisspelledIgnorePattern from './dockerignore/misspelled-ignore-pattern.js';
import dockerignoreTopOnlyIgnorePattern from './dockerignore/top-only-ignore-pattern.js';
import dockerignoreTrailingIgnoreComment from './dockerignore/trailing-ignore-comment.js';
import dockerignoreUndoneNegation from './dockerignore/undone-negation.js';
import dockerignoreUnmatchableIgnorePattern from './dockerignore/unmatchable-ignore-pattern.js';
import dockerignoreUnmatchedIgnorePattern from './dockerignore/unmatched-ignore-pattern.js';

export const rules: readonly Rule[] = [
  dockerfileAddInsteadOfCopy,
  dockerfileAndOrAsIf,
  dockerfileApkCacheLeft,
  dockerfileAptCommand,
  dockerfileAptListsLeft,
  dockerfileAptRecommendedPackages,
  dockerfileBackslashLineEnd,
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
  dockerfileCopiedSecretFile,
  dockerfileCopyBeforeInstall,
  dockerfileCopyFromOwnStage,
  dockerfileCopyOwnershipFlag,
  dockerfileCopySourceOutsideContext,
  dockerfileCopyTargetWithoutSlash,
  dockerfileCopyWithoutChown,
  dockerfileCurlAndWget,
  dockerfileDeprecatedNpmFlag,
  dockerfileDevDependenciesInFinalStage,
  dockerfileDisabledSignatureVerification,
  dockerfileDisabledTlsVerification,
  dockerfileDistributionUpgrade,
  dockerfileDnfCacheLeft,
  dockerfileDuplicateCmd,
  dockerfileDuplicateEntrypoint,
  dockerfileDuplicateHealthcheck,
  dockerfileDuplicateParserDirective,
  dockerfileDuplicateStageName,
  dockerfileEchoEscape,
  dockerfileEmptyBaseImage,
  dockerfileEmptyContinuationLine,
  dockerfileEmptyLabel,
  dockerfileEndOfLifeBaseImage,
  dockerfileExposeHostMapping,
  dockerfileExposedSshPort,
  dockerfileExtractedArchiveCopy,
  dockerfileFindPipedToXargs,
  dockerfileForbiddenOnbuildTrigger,
  dockerfileHardcodedSecret,
  dockerfileHeredocWithoutErrexit,
  dockerfileHostCommand,
  dockerfileIgnoredCopySource,
  dockerfileImplicitStringTest,
  dockerfileIndirectExitStatus,
  dockerfileInlineSuppression,
  dockerfileInstructionBeforeFrom,
  dockerfileInteractiveAptInstall,
  dockerfileInteractiveDnfInstall,
  dockerfileInteractiveYumInstall,
  dockerfileInteractiveZypperInstall,
  dockerfileInvalidBaseImage,
  dockerfileInvalidCheckDirective,
  dockerfileInvalidExposedPort,
  dockerfileInvalidLabelKey,
  dockerfileInvalidLabelValue,
  dockerfileInvalidStopSignal,
  dockerfileJoinedTest,
  dockerfileLegacyKeyValue,
  dockerfileLonePackageUpdate,
  dockerfileMaintainerInstruction,
  dockerfileMalformedSuppression,
  dockerfileMaskedExitStatus,
  dockerfileMismatchedAsCasing,
  dockerfileMismatchedDefinitionComment,
  dockerfileMissingCacheMount,
  dockerfileMissingContinuation,
  dockerfileMissingCopySource,
  dockerfileMissingDockerignore,
  dockerfileMissingFrom,
  dockerfileMissingHealthcheck,
  dockerfileMissingLabel,
  dockerfileMissingUser,
  dockerfileMisspelledShellVariable,
  dockerfileMixedInstructionCasing,
  dockerfileMkdirModeWithParents,
  dockerfileNonNumericUser,
  dockerfileNumberedCopyStage,
  dockerfileOptionLikeGlob,
  dockerfileOversizedBaseImage,
  dockerfileOversizedFile,
  dockerfilePackageScriptCommand,
  dockerfilePackageUpgrade,
  dockerfilePipCacheLeft,
  dockerfilePipeWithoutPipefail,
  dockerfileQuoteGap,
  dockerfileRedundantTargetPlatform,
  dockerfileRelativeCopyTarget,
  dockerfileRelativeWorkdir,
  dockerfileRelinkedShell,
  dockerfileRemovalOfEmptyVariable,
  dockerfileRepeatedRedirect,
  dockerfileReservedStageName,
  dockerfileRootUser,
  dockerfileSameStatementEnvReference,
  dockerfileSecretInBuildVariable,
  dockerfileShellFormCommand,
  dockerfileShellFormHealthcheck,
  dockerfileShellScriptProblem,
  dockerfileShellSyntaxError,
  dockerfileSingleQuotedExpansion,
  dockerfileSudoCommand,
  dockerfileSwallowedInstruction,
  dockerfileSyntaxError,
  dockerfileSystemDirectoryTarget,
  dockerfileSystemFolderRemoval,
  dockerfileTrailingComment,
  dockerfileUnassignedShellVariable,
  dockerfileUncheckedCd,
  dockerfileUndeclaredGlobalArg,
  dockerfileUndefinedFromVariable,
  dockerfileUndefinedVariable,
  dockerfileUnescapedWindowsPath,
  dockerfileUnknownCopyStage,
  dockerfileUnknownFlag,
  dockerfileUnknownInstruction,
  dockerfileUnknownLabel,
  dockerfileUnknownSuppressedRule,
  dockerfileUnlockedInstall,
  dockerfileUnpinnedApkPackages,
  dockerfileUnpinnedAptPackages,
  dockerfileUnpinnedBaseImage,
  dockerfileUnpinnedDnfPackages,
  dockerfileUnpinnedGemPackages,
  dockerfileUnpinnedGoPackages,
  dockerfileUnpinnedNpmPackages,
  dockerfileUnpinnedPipPackages,
  dockerfileUnpinnedToolPackages,
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
  dockerfileUnusedArg,
  dockerfileUnusedShellVariable,
  dockerfileUnusedStage,
  dockerfileUnusedSuppression,
  dockerfileUnverifiedRemoteAdd,
  dockerfileUppercaseExposeProtocol,
  dockerfileUppercaseStageName,
  dockerfileUseraddLargeUid,
  dockerfileVariableInPrintfFormat,
  dockerfileWgetProgressOutput,
  dockerfileWhichCommand,
  dockerfileWholeFilesystemCopy,
  dockerfileXPrefixedTest,
  dockerfileYarnCacheLeft,
  dockerfileYumCacheLeft,
  dockerfileZypperCacheLeft,
  composeAbsoluteBuildContext,
  composeApiSocketExposed,
  composeBuildWithImage,
  composeConflictingConfigSource,
  composeConflictingExternalName,
  composeConflictingReplicaCounts,
  composeConflictingResourceLimits,
  composeCredentialInUrl,
  composeCustomCgroupParent,
  composeDangerousCapability,
  composeDependencyCycle,
  composeDeprecatedExternalName,
  composeDeprecatedWatchKey,
  composeDevelopmentSettingInProduction,
  composeDeviceCountWithIds,
  composeDisabledLogging,
  composeDisabledProfileDependency,
  composeDisabledSecurityProfile,
  composeDockerSocketMount,
  composeDockerfileWithInline,
  composeDuplicateContainerName,
  composeDuplicateKey,
  composeDuplicateMountTarget,
  composeDuplicatePublishedPort,
  composeEmptyProfiles,
  composeEnvNameTrailingSpace,
  composeExecutableTmpfs,
  composeExtendsCycle,
  composeExternalWithOptions,
  composeFixedContainerName,
  composeForeignMountOption,
  composeHealthyConditionWithoutHealthcheck,
  composeHostIpcNamespace,
  composeHostNetwork,
  composeHostPidNamespace,
  composeHostUserNamespace,
  composeHostUtsNamespace,
  composeIgnoredSecretMode,
  composeImageWithoutDigest,
  composeImplicitDefaultNetwork,
  composeIncludeCycle,
  composeInterpolatedKey,
  composeInvalidAdditionalContext,
  composeInvalidAddress,
  composeInvalidBuildSsh,
  composeInvalidByteSize,
  composeInvalidContainerName,
  composeInvalidCpuCount,
  composeInvalidDevice,
  composeInvalidDuration,
  composeInvalidEnvFileLine,
  composeInvalidExtraHost,
  composeInvalidHealthcheckTest,
  composeInvalidHostIp,
  composeInvalidInterpolation,
  composeInvalidPort,
  composeInvalidProjectName,
  composeInvalidSecurityOption,
  composeInvalidVolume,
  composeLegacyLinks,
  composeLiteralCredential,
  composeMissingBindSource,
  composeMissingBuildContext,
  composeMissingCpuLimit,
  composeMissingDockerfile,
  composeMissingEnvFile,
  composeMissingExtendsTarget,
  composeMissingImageOrBuild,
  composeMissingIncludeFile,
  composeMissingLabelFile,
  composeMissingMemoryLimit,
  composeMissingNodeModulesVolume,
  composeMissingPidsLimit,
  composeMissingProjectName,
  composeMissingRequiredVariable,
  composeMissingRestartPolicy,
  composeMissingSecretSource,
  composeMissingSecurityOptions,
  composeMissingServiceHealthcheck,
  composeMissingWatchTarget,
  composeMixedEnvironmentStyle,
  composeMutableImageTag,
  composeNegativeReplicaCount,
  composeNetworkModeWithNetworks,
  composeNonBuildableContextService,
  composeNonStringKey,
  composeObsoleteVersion,
  composeOverrideWithoutBase,
  composePathLikeVolumeName,
  composePlatformMissingFromBuild,
  composePortOnAllInterfaces,
  composePortSharedBetweenProjects,
  composePortsWithHostNetwork,
  composePrivilegeEscalationAllowed,
  composePrivilegedContainer,
  composePrivilegedPort,
  composeProductionSettingInDevelopment,
  composeQuotedVolume,
  composeRawDevice,
  composeRedundantLink,
  composeReplicatedContainerName,
  composeRootServiceUser,
  composeSchemaMismatch,
  composeSensitiveHostMount,
  composeShadowedComposeFile,
  composeSharedMountPropagation,
  composeSharedNamedVolume,
  composeShortSyntax,
  composeSwarmOnlyKey,
  composeUnboundedLogs,
  composeUnboundedRestart,
  composeUndeclaredBuildArg,
  composeUndefinedBuildTarget,
  composeUndefinedConfig,
  composeUndefinedModel,
  composeUndefinedNetwork,
  composeUndefinedSecret,
  composeUndefinedService,
  composeUndefinedVolume,
  composeUndroppedCapabilities,
  composeUnescapedDollar,
  composeUnknownKey,
  composeUnknownMountOption,
  composeUnpersistedDatabase,
  composeUnquotedPort,
  composeUnsetVariable,
  composeUnsortedDependsOn,
  composeUnsortedPorts,
  composeUnsortedServiceKeys,
  composeUnsortedServices,
  composeUnsortedTopLevelKeys,
  composeUnsupportedResourceDriver,
  composeUnusedAnchor,
  composeUnusedConfig,
  composeUnusedNetwork,
  composeUnusedSecret,
  composeUnusedVolume,
  composeWritableRootFilesystem,
  composeWritableSystemMount,
  composeYamlSyntaxError,
  composeYaml11Boolean,
  dockerignoreDuplicateIgnorePattern,
  dockerignoreIndentedComment,
  dockerignoreInvalidIgnorePattern,
  dockerignoreMissingIgnoreEntry,
  dockerignoreMisspelledIgnorePattern,
  dockerignoreTopOnlyIgnorePattern,
  dockerignoreTrailingIgnoreComment,
  dockerignoreUndoneNegation,
  dockerignoreUnmatchableIgnorePattern,
  dockerignoreUnmatchedIgnorePattern,
];
