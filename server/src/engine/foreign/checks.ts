import { kicsComposeQueries, kicsQueries } from './kicsQueries.js';
import type { ForeignTool } from '../rule.js';

/** Every check of a tool for Dockerfiles and Compose files, and why some of them have no rule here. */
export interface ForeignChecks {
  readonly ids: readonly string[];
  /** Those of older releases, which comments may still name; nothing is compared with them. */
  readonly retired?: readonly string[];
  /** Id → one sentence. */
  readonly without: { readonly [id: string]: string };
}

const upTo = (prefix: string, width: number, ...ranges: readonly (readonly [number, number])[]): string[] =>
  ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, i) => `${prefix}${String(from + i).padStart(width, '0')}`),
  );

const host = 'About the host and its kernel, not about a file.';
const daemon = 'A setting of the Docker daemon, not of a file.';
const running = 'About commands that are run in a container, which no file has.';
const builtImage = 'Looks into the files of a built image.';

/**
 * The checks that exist, from the sources of the tools as of 2026-08: hadolint's src/Hadolint/Rule, BuildKit's
 * frontend/dockerfile/linter/ruleset.go, trivy-checks' checks/docker, checkov/dockerfile/checks, KICS' list of
 * Dockerfile queries and Dockle's pkg/types/checkpoint.go. ShellCheck is not listed: it has more than 400 checks, and
 * those that matter in a RUN are rules.
 */
export const foreignChecks: { readonly [tool in ForeignTool]?: ForeignChecks } = {
  hadolint: {
    ids: [
      'DL1000',
      'DL1001',
      ...upTo('DL', 4, [3000, 3004], [3006, 3016], [3018, 3030], [3032, 3038], [3040, 3067]),
      ...upTo('DL', 4, [4000, 4001], [4003, 4006]),
    ],
    retired: ['DL3005', 'DL3017', 'DL3031', 'DL3039', 'DL4002'],
    without: {},
  },
  buildkit: {
    ids: [
      'ConsistentInstructionCasing',
      'CopyIgnoredFile',
      'DuplicateStageName',
      'ExposeInvalidFormat',
      'ExposeProtoCasing',
      'FromAsCasing',
      'FromPlatformFlagConstDisallowed',
      'InvalidBaseImagePlatform',
      'InvalidDefaultArgInFrom',
      'InvalidDefinitionDescription',
      'JSONArgsRecommended',
      'LegacyKeyValueFormat',
      'MaintainerDeprecated',
      'MultipleInstructionsDisallowed',
      'NoEmptyContinuation',
      'RedundantTargetPlatform',
      'ReservedStageName',
      'SecretsUsedInArgOrEnv',
      'StageNameCasing',
      'UndefinedArgInFrom',
      'UndefinedVar',
      'WorkdirRelativePath',
    ],
    without: {},
  },
  trivy: {
    ids: upTo('DS-', 4, [1, 2], [4, 17], [19, 27], [29, 31]),
    retired: ['DS-0003', 'DS-0018', 'DS-0028'],
    without: {},
  },
  checkov: {
    ids: [...upTo('CKV_DOCKER_', 1, [1, 11]), ...upTo('CKV2_DOCKER_', 1, [1, 17])],
    without: {},
  },
  kics: {
    // One is of assets/queries/common: it reads Dockerfiles and Compose files too.
    ids: [...new Set([...kicsQueries.values(), ...kicsComposeQueries.values(), 'Passwords And Secrets'])].sort(),
    without: {
      'Vulnerable OpenSSL Version':
        'One vulnerability of 2022 in five releases; scanners of images know all of them, and know them by the day.',
    },
  },
  dockle: {
    ids: [...upTo('CIS-DI-', 4, [1, 1], [5, 10]), ...upTo('DKL-DI-', 4, [1, 6]), ...upTo('DKL-LI-', 4, [1, 3])],
    without: {
      'CIS-DI-0005': 'Content trust is a setting of the Docker client, not of a file.',
      'CIS-DI-0008': builtImage,
      'DKL-LI-0001': builtImage,
      'DKL-LI-0002': builtImage,
      'DKL-LI-0003': builtImage,
    },
  },
  // dclint 3.1.0: its rules, and what it says of a file that it cannot read.
  dclint: {
    ids: [
      'no-build-and-image',
      'no-duplicate-container-names',
      'no-duplicate-exported-ports',
      'no-quotes-in-volumes',
      'no-unbound-port-interfaces',
      'no-version-field',
      'require-project-name-field',
      'require-quotes-in-ports',
      'service-container-name-regex',
      'service-dependencies-alphabetical-order',
      'service-image-require-explicit-tag',
      'service-keys-order',
      'service-ports-alphabetical-order',
      'services-alphabetical-order',
      'top-level-properties-order',
      'invalid-yaml',
      'invalid-schema',
      'unknown-error',
    ],
    without: { 'unknown-error': 'A failure of dclint itself, not of the file.' },
  },
  composeLint: {
    ids: upTo('CL-', 4, [1, 11], [13, 14], [16, 22], [24, 30]),
    retired: ['CL-0012', 'CL-0015', 'CL-0023'],
    without: {},
  },
  owasp: {
    // cheatsheetseries.owasp.org, Docker Security Cheat Sheet: rules 0 to 13, and 5a.
    ids: ['0', '1', '2', '3', '4', '5', '5a', '6', '7', '8', '9', '10', '11', '12', '13'],
    without: {
      0: host,
      9: 'Asks for scanners in the pipeline, of which this is one; a file does not say which ones run.',
      10: daemon,
      11: daemon,
    },
  },
  cis: {
    // Section 5 of version 1.6.0, containers; the other sections are about the host, the daemon and its files.
    ids: upTo('5.', 1, [1, 32]),
    without: {
      '5.1': daemon,
      '5.7': 'Whether a server for SSH runs is seen in a running container; exposed-ssh-port speaks of Dockerfiles.',
      '5.9':
        'Which ports are needed only people know; port-on-all-interfaces speaks of those that are open to everybody.',
      '5.19': 'Limits of open files and processes have good defaults; missing-pids-limit speaks of processes.',
      '5.23': running,
      '5.24': running,
      '5.30':
        'Compose makes a network for each project, so that docker0 is used only where network_mode: bridge says so.',
    },
  },
};
