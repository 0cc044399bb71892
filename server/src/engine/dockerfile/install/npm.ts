import { flagUses, operands, type WithArguments } from '../../shell/options.js';
import type { ShellWord } from '../../shell/types.js';

/** docs.npmjs.com/cli, using-npm/config: options that take the next word. */
export const npmValues: readonly string[] = [
  ...['-C', '--prefix', '-w', '--workspace', '--loglevel', '--registry', '--reg', '--cache', '--omit', '--include'],
  ...[
    '--only',
    '--also',
    '--tag',
    '--userconfig',
    '--globalconfig',
    '--location',
    '-L',
    '--install-strategy',
    '--before',
  ],
  ...[
    '--cpu',
    '--os',
    '--libc',
    '--arch',
    '--platform',
    '--target',
    '--audit-level',
    '--cafile',
    '--ca',
    '--cert',
    '--key',
  ],
  ...['--depth', '--fetch-retries', '--fetch-retry-factor', '--fetch-retry-maxtimeout', '--fetch-retry-mintimeout'],
  ...[
    '--fetch-timeout',
    '--maxsockets',
    '--git',
    '--https-proxy',
    '--proxy',
    '--noproxy',
    '--local-address',
    '--access',
  ],
  ...['--node-options', '--script-shell', '--shell', '--user-agent', '--save-prefix', '--scope', '--otp', '--umask'],
  ...[
    '--lockfile-version',
    '--logs-dir',
    '--logs-max',
    '--heading',
    '--replace-registry-host',
    '--cache-min',
    '--package',
  ],
  ...['-c', '--call', '--cache-max', '--python', '--min-release-age'],
];

/** How npm spells the commands that install. */
const install = /^(?:install|i|in|ins|inst|insta|instal|isnt|isnta|isntal|isntall|add)$/;
const cleanInstall = /^(?:ci|clean-install|ic|install-clean|isntall-clean)$/;

/** `npm install …` or `npm ci …`. */
export interface NpmInstall {
  readonly kind: 'install' | 'ci';
  /** The word that says so. */
  readonly verb: ShellWord;
  /** What is to be installed; empty for all that package.json names. */
  readonly packages: readonly ShellWord[];
  readonly global: boolean;
}

/** What an npm command installs; undefined for other commands of npm. `command` is one of npm. Never throws. */
export function npmInstall(command: WithArguments): NpmInstall | undefined {
  const [verb, ...words] = operands(command, npmValues);
  if (verb === undefined) return undefined;
  // npm reads `--save-exact false` as one.
  const packages = words.filter(({ value }) => value !== 'true' && value !== 'false');
  const kind = install.test(verb.value) ? 'install' : cleanInstall.test(verb.value) ? 'ci' : undefined;
  if (kind === undefined) return undefined;
  const global =
    flagUses(command, { short: 'g', long: ['global'] }, npmValues).some(({ value }) => value !== 'false') ||
    flagUses(command, { short: 'L', long: ['location'] }, npmValues).some(({ value }) => value === 'global');
  return { kind, verb, packages, global };
}
