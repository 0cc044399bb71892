/** A code block or table of the document that the guide came from, in our words. */
export interface SeedBlock {
  readonly what: string;
  /** Ids of the snippets that insert it as it is written today. */
  readonly snippets?: readonly string[];
  /** Rules that notice it missing or done wrong. */
  readonly rules?: readonly string[];
  /** Every other rule that leads to this file of the guide notices it too. */
  readonly pageRules?: true;
  /** What a hover explains in it: `COPY`, `COPY --from`, `RUN --mount=type=cache`, `services.*.ports`, or a word of `things`. */
  readonly hovers?: readonly string[];
  /** Why a cell is empty. */
  readonly without?: Partial<Readonly<Record<'snippets' | 'rules' | 'fixes' | 'hovers', string>>>;
}

export interface SeedHeading {
  readonly heading: string;
  /** File of the guide. */
  readonly guide: string;
  readonly blocks: readonly SeedBlock[];
}

export interface SeedPart {
  readonly heading: string;
  readonly headings: readonly SeedHeading[];
}

/** What a hover explains that no table of keywords, flags or keys names. */
export const things = ['an image', 'a stage', 'a variable', 'an ignore pattern', 'a service', 'a network', 'a volume'];

const typed = 'commands that a person types; no file holds them';
const shell = { rules: typed, hovers: 'the server reads no shell scripts' };

/** The headings and code blocks of the document that the guide came from, in its order. */
export const seed: readonly SeedPart[] = [
  {
    heading: 'Dockerfile Best Practices',
    headings: [
      {
        heading: 'Multi-Stage Builds',
        guide: 'multi-stage-builds',
        blocks: [
          {
            what: 'Node.js in three stages: packages, build, and a small image that runs as a user of its own',
            snippets: ['multistage', 'node', 'stage', 'copy-from'],
            rules: [
              'build-tools-in-final-stage',
              'dev-dependencies-in-final-stage',
              'missing-user',
              'deprecated-npm-flag',
            ],
            hovers: ['FROM', 'COPY --from', 'USER', 'EXPOSE', 'CMD', 'an image', 'a stage'],
          },
        ],
      },
      {
        heading: 'Layer Optimization',
        guide: 'layer-optimization',
        blocks: [
          {
            what: 'Everything copied before the install, and the manifest copied first',
            snippets: ['layers', 'cache-npm'],
            rules: ['copy-before-install', 'unlocked-install'],
            hovers: ['COPY', 'RUN'],
          },
        ],
      },
      {
        heading: 'Security Hardening',
        guide: 'security-hardening',
        blocks: [
          {
            what: 'A user of its own, an init process that passes signals on, files with an owner',
            snippets: ['hardened', 'init', 'init-alpine', 'copy-chown'],
            rules: ['missing-user', 'apk-cache-left', 'copy-without-chown', 'unpinned-base-image'],
            hovers: ['USER', 'ENTRYPOINT', 'COPY --chown', 'services.*.init'],
          },
        ],
      },
      {
        heading: '.dockerignore',
        guide: 'dockerignore',
        blocks: [
          {
            what: 'Packages, build results, history, env files, tests and settings of editors that stay out',
            snippets: ['ignore-node', 'ignore-python', 'ignore-secrets', 'ignore-all-but'],
            rules: ['missing-dockerignore', 'missing-ignore-entry', 'top-only-ignore-pattern'],
            hovers: ['an ignore pattern'],
          },
        ],
      },
    ],
  },
  {
    heading: 'Common Patterns',
    headings: [
      {
        heading: 'Node.js Application',
        guide: 'node-application',
        blocks: [
          {
            what: 'Next.js with its standalone output, in four stages',
            snippets: ['nextjs', 'node', 'node-pnpm', 'node-yarn', 'node-distroless'],
            rules: ['unlocked-install', 'dev-dependencies-in-final-stage', 'package-script-command'],
            hovers: ['FROM', 'COPY --from', 'COPY --chown', 'ENV', 'an image'],
          },
        ],
      },
      {
        heading: 'Python Application',
        guide: 'python-application',
        blocks: [
          {
            what: 'A virtual environment that is built with compilers and runs without them',
            snippets: ['python', 'python-uv', 'python-wheels'],
            rules: ['pip-cache-left', 'unpinned-pip-packages', 'apt-lists-left', 'build-tools-in-final-stage'],
            hovers: ['ENV', 'RUN', 'a variable', 'an image'],
          },
        ],
      },
      {
        heading: 'Go Application',
        guide: 'go-application',
        blocks: [
          {
            what: 'A static program on an image without shell and package manager',
            snippets: ['go', 'go-cross', 'scratch'],
            rules: ['unpinned-go-packages', 'end-of-life-base-image', 'build-tools-in-final-stage'],
            hovers: ['FROM', 'ENTRYPOINT', 'an image'],
          },
        ],
      },
    ],
  },
  {
    heading: 'Docker Compose',
    headings: [
      {
        heading: 'Development Setup',
        guide: 'compose-development',
        blocks: [
          {
            what: 'An app with mounted sources, a database with a health check, a cache, and volumes',
            pageRules: true,
            snippets: ['compose-dev', 'compose-postgres', 'compose-redis', 'compose-depends-on', 'compose-watch'],
            rules: ['obsolete-version', 'undefined-volume', 'undefined-service'],
            hovers: ['version', 'services.*.build', 'services.*.volumes', 'services.*.ports', 'services.*.depends_on'],
          },
        ],
      },
      {
        heading: 'Production Setup',
        guide: 'compose-production',
        blocks: [
          {
            what: 'A released image with copies, limits, a restart policy, a health check and bounded logs',
            pageRules: true,
            snippets: [
              'compose-prod',
              'compose-resources',
              'compose-restart',
              'compose-logging',
              'compose-healthcheck',
            ],
            rules: ['obsolete-version', 'schema-mismatch'],
            hovers: ['services.*.image', 'services.*.deploy.resources', 'services.*.restart', 'services.*.healthcheck'],
          },
        ],
      },
      {
        heading: 'Override Files',
        guide: 'override-files',
        blocks: [
          {
            what: 'A second file for development: another stage, mounted sources, another command',
            pageRules: true,
            snippets: ['compose-override', 'dev-stage', 'compose-extension', 'compose-include'],
            rules: ['obsolete-version', 'invalid-volume'],
            hovers: ['services.*.build.target', 'services.*.volumes', 'services.*.command'],
          },
        ],
      },
    ],
  },
  {
    heading: 'Health Checks',
    headings: [
      {
        heading: 'Application Health Check',
        guide: 'application-health-check',
        blocks: [
          {
            what: 'A check over HTTP in the Dockerfile',
            pageRules: true,
            snippets: ['healthcheck', 'healthcheck-node', 'healthcheck-python', 'compose-healthcheck'],
            rules: ['missing-healthcheck', 'shell-form-healthcheck', 'duplicate-healthcheck'],
            hovers: ['HEALTHCHECK', 'HEALTHCHECK --interval', 'HEALTHCHECK --start-period'],
          },
        ],
      },
      {
        heading: 'Health Endpoint',
        guide: 'health-endpoint',
        blocks: [
          {
            what: 'An Express route that asks database and cache, and answers 200 or 503',
            snippets: ['health-express', 'health-fastify', 'health-http', 'health-next', 'health-ready'],
            without: {
              rules: 'it is in the sources of a program, which no rule reads',
              hovers: 'the server reads no JavaScript',
            },
          },
        ],
      },
    ],
  },
  {
    heading: 'Image Optimization',
    headings: [
      {
        heading: 'Reducing Image Size',
        guide: 'reducing-image-size',
        blocks: [
          {
            what: 'Small base images, lists removed in the same layer, caches cleaned, stages',
            snippets: ['apt', 'apk', 'apk-build', 'dnf', 'from-node', 'from-python', 'scratch'],
            rules: ['oversized-base-image', 'apt-lists-left', 'apt-recommended-packages', 'deprecated-npm-flag'],
            hovers: ['FROM', 'RUN', 'an image'],
          },
        ],
      },
      {
        heading: 'Size Comparison',
        guide: 'size-comparison',
        blocks: [
          {
            what: 'A table of base images and their sizes',
            snippets: ['from-node', 'from-python', 'from-distroless', 'from-system', 'images'],
            rules: ['oversized-base-image'],
            hovers: ['an image'],
          },
        ],
      },
    ],
  },
  {
    heading: 'Container Networking',
    headings: [
      {
        heading: 'Bridge Network (Default)',
        guide: 'bridge-network',
        blocks: [
          {
            what: 'Two services in a network of their own',
            pageRules: true,
            snippets: ['compose-network'],
            rules: ['undefined-network', 'unused-network', 'network-mode-with-networks'],
            hovers: ['networks', 'services.*.networks', 'networks.*.driver', 'a network'],
          },
        ],
      },
      {
        heading: 'External Network',
        guide: 'external-network',
        blocks: [
          {
            what: 'A network that somebody else makes',
            pageRules: true,
            snippets: ['compose-network-external'],
            rules: ['undefined-network', 'unused-network'],
            hovers: ['networks.*.external', 'a network'],
          },
        ],
      },
      {
        heading: 'Network Aliases',
        guide: 'network-aliases',
        blocks: [
          {
            what: 'Other names for a service in one network',
            pageRules: true,
            snippets: ['compose-network-alias'],
            rules: ['undefined-network', 'schema-mismatch'],
            hovers: ['services.*.networks.*.aliases', 'a service'],
          },
        ],
      },
    ],
  },
  {
    heading: 'Volume Management',
    headings: [
      {
        heading: 'Named Volumes',
        guide: 'named-volumes',
        blocks: [
          {
            what: 'Two volumes of the local driver, one of them mounted by a database',
            pageRules: true,
            snippets: ['compose-volume', 'compose-postgres', 'compose-redis'],
            rules: ['undefined-volume', 'unused-volume', 'invalid-volume'],
            hovers: ['volumes', 'volumes.*.driver', 'services.*.volumes', 'a volume'],
          },
        ],
      },
      {
        heading: 'Bind Mounts (Development)',
        guide: 'bind-mounts',
        blocks: [
          {
            what: 'Mounted sources, with the packages of the image kept',
            pageRules: true,
            snippets: ['compose-bind', 'compose-bind-read-only'],
            rules: ['invalid-volume'],
            hovers: ['services.*.volumes'],
            without: { fixes: 'only the author knows which mount is meant' },
          },
        ],
      },
      {
        heading: 'tmpfs (In-Memory)',
        guide: 'tmpfs',
        blocks: [
          {
            what: 'Folders in memory',
            pageRules: true,
            snippets: ['compose-tmpfs'],
            rules: ['schema-mismatch'],
            hovers: ['services.*.tmpfs'],
          },
        ],
      },
    ],
  },
  {
    heading: 'Security Best Practices',
    headings: [
      {
        heading: 'Run as Non-Root',
        guide: 'run-as-non-root',
        blocks: [
          {
            what: 'An account made in the build, and used',
            snippets: ['user', 'user-alpine', 'user-number', 'compose-user', 'windows-user'],
            rules: ['missing-user', 'root-user', 'non-numeric-user'],
            hovers: ['USER', 'services.*.user'],
          },
        ],
      },
      {
        heading: 'Read-Only Filesystem',
        guide: 'read-only-filesystem',
        blocks: [
          {
            what: 'Nothing to write to but what is in memory',
            pageRules: true,
            snippets: ['compose-read-only', 'compose-hardened', 'writable'],
            rules: ['schema-mismatch'],
            hovers: ['services.*.read_only', 'services.*.tmpfs'],
          },
        ],
      },
      {
        heading: 'Capabilities',
        guide: 'capabilities',
        blocks: [
          {
            what: 'All rights of the kernel dropped, one given back',
            pageRules: true,
            snippets: ['compose-capabilities', 'compose-hardened', 'run-hardened'],
            rules: ['privileged-container', 'schema-mismatch'],
            hovers: ['services.*.cap_drop', 'services.*.cap_add'],
          },
        ],
      },
      {
        heading: 'Security Scanning',
        guide: 'security-scanning',
        blocks: [
          {
            what: 'Two scanners, and a build that is given a secret',
            snippets: ['scan-scout', 'scan-trivy', 'build-secret', 'gha-scan', 'secret', 'secret-npm'],
            rules: ['hardcoded-secret', 'secret-in-build-variable', 'copied-secret-file'],
            hovers: ['RUN --mount=type=secret'],
          },
        ],
      },
    ],
  },
  {
    heading: 'CI/CD Integration',
    headings: [
      {
        heading: 'GitHub Actions Build',
        guide: 'github-actions',
        blocks: [
          {
            what: 'A step that builds and pushes, with the cache of GitHub Actions',
            snippets: ['gha-build', 'gha-workflow', 'gha-platforms'],
            without: {
              rules: 'the server reads Dockerfiles, Compose files and ignore files, no workflows',
              hovers: 'the server reads no workflows',
            },
          },
        ],
      },
      {
        heading: 'Build Cache',
        guide: 'build-cache',
        blocks: [
          {
            what: 'Cache mounts for npm and pip',
            snippets: ['cache-npm', 'cache-pip', 'cache-apt', 'cache-uv', 'gha-cache'],
            rules: ['missing-cache-mount', 'deprecated-npm-flag'],
            hovers: ['RUN --mount=type=cache', 'RUN --mount'],
          },
        ],
      },
    ],
  },
  {
    heading: 'Debugging',
    headings: [
      {
        heading: 'Interactive Shell',
        guide: 'interactive-shell',
        blocks: [
          {
            what: 'A shell in a running container, and in a new one',
            snippets: ['shell', 'shell-new', 'shell-compose', 'shell-root', 'debug'],
            without: shell,
          },
        ],
      },
      {
        heading: 'View Logs',
        guide: 'view-logs',
        blocks: [
          {
            what: 'Logs as they come, the last lines, and with times',
            pageRules: true,
            snippets: ['logs', 'logs-since', 'logs-compose', 'compose-logging'],
            hovers: ['services.*.logging'],
            without: { rules: typed },
          },
        ],
      },
      {
        heading: 'Inspect',
        guide: 'inspect',
        blocks: [
          {
            what: 'A container, the layers of an image, a network',
            snippets: ['inspect', 'history', 'inspect-network', 'inspect-health'],
            without: shell,
          },
        ],
      },
    ],
  },
  {
    heading: 'Resources',
    headings: [
      {
        heading: 'Resources',
        guide: 'resources',
        blocks: [
          {
            what: 'Links to official pages',
            without: {
              snippets: 'links, nothing to insert',
              rules: 'links, nothing to look for',
              hovers: 'every hover ends with a link to the official page',
            },
          },
        ],
      },
    ],
  },
];
