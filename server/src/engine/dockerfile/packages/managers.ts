import type { FlagNames } from '../../shell/options.js';
import type { Action, Manager } from './types.js';

/** How the programs of a package system read their command line. */
export interface ManagerFacts {
  readonly programs: readonly string[];
  /** Options that take the next word. */
  readonly values: readonly string[];
  /** The same behind the subcommand, where they differ. */
  readonly valuesAfter?: readonly string[];
  readonly actions: ReadonlyMap<string, Action>;
  /** Words in front of a subcommand of their own: `group install`. */
  readonly nouns?: ReadonlyMap<string, 'group' | 'module'>;
  /** Options with which it does not ask. */
  readonly yes: FlagNames;
  /** Options with which it changes nothing. */
  readonly dry: FlagNames;
}

const rpmValues = ['-c', '--config', '-d', '--debuglevel', '-e', '--errorlevel', '-R', '--randomwait', '-x']
  .concat(['--exclude', '--excludepkgs', '--installroot', '--enablerepo', '--disablerepo', '--repo', '--repoid'])
  .concat(['--disableexcludes', '--disableexcludepkgs', '--releasever', '--setopt', '--rpmverbosity'])
  .concat(['--disableplugin', '--enableplugin', '--advisory', '--advisories', '--bz', '--bzs', '--bzfix', '--cve'])
  .concat(['--cves', '--sec-severity', '--secseverity', '--downloaddir', '--destdir', '--comment', '--color'])
  .concat(['--forcearch', '--repofrompath', '--store', '--from-repo', '--from-vendor', '--arch']);

const rpmActions = new Map<string, Action>([
  ...all('install', 'install', 'in', 'localinstall', 'groupinstall', 'install-n', 'install-na', 'install-nevra'),
  ...all('install', 'reinstall', 'rei', 'downgrade', 'dg', 'swap'),
  ...all('dependencies', 'builddep', 'build-dep', 'debuginfo-install'),
  ...all('remove', 'remove', 'rm', 'erase', 'autoremove', 'groupremove', 'grouperase'),
  ...all('upgrade', 'upgrade', 'update', 'up', 'upgrade-to', 'update-to', 'localupdate', 'groupupdate'),
  ...all(
    'upgrade',
    'upgrade-minimal',
    'update-minimal',
    'up-min',
    'distro-sync',
    'dsync',
    'distribution-synchronization',
  ),
  ...all('release-upgrade', 'system-upgrade', 'fedup'),
  ...all('state', 'enable', 'disable', 'reset', 'switch-to'),
  ...all('refresh', 'makecache', 'mc', 'check-update', 'check-upgrade'),
  ...all('clean', 'clean'),
]);

const rpm = {
  values: rpmValues,
  actions: rpmActions,
  nouns: new Map([
    ['group', 'group'],
    ['groups', 'group'],
    ['grp', 'group'],
    ['module', 'module'],
  ] as const),
  yes: { short: 'y', long: ['assumeyes'] },
  dry: { short: 'h', long: ['assumeno', 'help', 'version'] },
} as const;

/**
 * From apt-get(8), apt(8), aptitude(8), apk(8), yum(8), dnf(8), dnf5(8), microdnf(8), tdnf(8) and zypper(8), and the
 * tables of options and commands in the sources of apt 3, dnf 4 and 5 and zypper 1.14.
 */
export const managers: Readonly<Record<Manager, ManagerFacts>> = {
  apt: {
    programs: ['apt-get', 'apt', 'aptitude'],
    values: ['-o', '--option', '-c', '--config-file', '-t', '--target-release', '--default-release', '-a']
      .concat(['--host-architecture', '-P', '--build-profiles', '-S', '--snapshot', '--with-source', '--solver'])
      .concat(['--planner', '--comment', '-e', '--error-on']),
    actions: new Map<string, Action>([
      ...all('install', 'install', 'reinstall'),
      ...all('dependencies', 'build-dep', 'satisfy'),
      ...all('remove', 'remove', 'purge', 'autoremove', 'auto-remove', 'autopurge'),
      ...all('upgrade', 'upgrade', 'safe-upgrade', 'dselect-upgrade'),
      ...all('release-upgrade', 'dist-upgrade', 'full-upgrade'),
      ...all('refresh', 'update'),
      ...all('clean', 'clean', 'autoclean', 'auto-clean', 'dist-clean', 'distclean'),
    ]),
    yes: { short: 'y', long: ['yes', 'assume-yes'] },
    dry: {
      short: 'sh',
      long: ['simulate', 'just-print', 'dry-run', 'recon', 'no-act', 'print-uris', 'trivial-only', 'assume-no'].concat([
        'help',
        'version',
      ]),
    },
  },
  apk: {
    programs: ['apk'],
    values: ['-p', '--root', '-X', '--repository', '--arch', '--cache-dir', '--cache-max-age', '--keys-dir'].concat([
      '--repositories-file',
      '--wait',
      '--timeout',
      '--progress-fd',
      '-t',
      '--virtual',
    ]),
    actions: new Map<string, Action>([
      ...all('install', 'add'),
      ...all('dependencies', 'fix'),
      ...all('remove', 'del'),
      ...all('upgrade', 'upgrade'),
      ...all('refresh', 'update'),
    ]),
    yes: {},
    dry: { short: 'sh', long: ['simulate', 'help'] },
  },
  yum: { programs: ['yum'], ...rpm },
  dnf: { programs: ['dnf', 'dnf5', 'dnf-3', 'microdnf', 'tdnf'], ...rpm },
  zypper: {
    programs: ['zypper'],
    values: ['-c', '--config', '--userdata', '-s', '--table-style', '-R', '--root', '--installroot', '-D']
      .concat(['--reposd-dir', '-C', '--cache-dir', '--raw-cache-dir', '--solv-cache-dir', '--pkg-cache-dir'])
      .concat(['-p', '--plus-repo', '--plus-content', '--releasever']),
    valuesAfter: [
      '-t',
      '--type',
      '-r',
      '--repo',
      '--from',
      '--download',
      '--solver-focus',
      '-b',
      '--bugzilla',
      '-g',
    ].concat(['--category', '--severity', '--cve', '--issue', '--date', '--capability-of']),
    actions: new Map<string, Action>([
      ...all('install', 'install', 'in'),
      ...all('dependencies', 'source-install', 'si', 'install-new-recommends', 'inr', 'verify', 've'),
      ...all('remove', 'remove', 'rm', 'removeptf', 'rmptf', 'autoremove'),
      ...all('upgrade', 'update', 'up', 'patch'),
      ...all('release-upgrade', 'dist-upgrade', 'dup'),
      ...all('refresh', 'refresh', 'ref', 'refresh-services', 'refs'),
      ...all('clean', 'clean', 'cc'),
    ]),
    yes: { short: 'y', long: ['non-interactive', 'no-confirm'] },
    dry: { short: 'h', long: ['dry-run', 'help', 'version'] },
  },
};

function all(action: Action, ...verbs: readonly string[]): readonly (readonly [string, Action])[] {
  return verbs.map((verb) => [verb, action] as const);
}
