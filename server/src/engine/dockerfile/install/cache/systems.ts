import type { RunCommand } from '../../model/types.js';
import type { Surroundings } from './surroundings.js';
import { plainWords, says, type CachingTool } from './tool.js';

const aptPrograms = ['apt-get', 'apt', 'aptitude'];

const apt: CachingTool = {
  name: 'apt',
  programs: aptPrograms,
  downloads: (run) => verb(run, /^(?:update|install|upgrade|dist-upgrade|full-upgrade|build-dep)$/),
  // apt deletes what it installed, unless it is told otherwise (apt.conf(5)); apt-get does not.
  folders: ({ doc, run }) =>
    doc.commandsOf(run.command.instruction).some(({ name }) => name === 'apt')
      ? undefined
      : ['/var/cache/apt', '/var/lib/apt/lists'],
  locked: true,
  clears: (command) => says(command, aptPrograms, 'clean', 'autoclean', 'dist-clean', 'distclean'),
  hint: /\/apt\b/,
};

const apk: CachingTool = {
  name: 'apk',
  programs: ['apk'],
  downloads: (run) => verb(run, /^(?:add|upgrade)$/),
  folders: () => ['/var/cache/apk'],
  locked: true,
  off: ['--no-cache'],
  // apk(8): it fetches the index by itself where the one in the cache is older than some hours.
  on: { option: '--cache-dir=/var/cache/apk', given: /^--cache-dir/ },
  clears: (command) => says(command, ['apk'], 'cache clean', 'cache purge'),
  hint: /apk/,
};

const dnf: CachingTool = {
  name: 'dnf',
  programs: ['dnf', 'yum', 'dnf5'],
  downloads: (run) => verb(run, /^(?:install|groupinstall|update|upgrade|builddep|makecache|reinstall)$/),
  folders: dnfFolders,
  locked: true,
  // dnf.conf(5): packages go once they are installed, unless this is on.
  on: { option: '--setopt=keepcache=1', given: /keepcache/ },
  clears: (command) => says(command, ['dnf', 'yum', 'dnf5'], 'clean', 'clean all'),
  hint: /dnf|yum/,
};

/** dnf 5 came with Fedora 41, dnf itself with Red Hat Enterprise Linux 8, where yum is another name of it. */
function dnfFolders({ stage, image }: Surroundings): readonly string[] | undefined {
  const manager = stage?.known?.packageManager;
  const release = Number(/^\D*(\d+)/.exec(stage?.baseImage?.tag ?? '')?.[1]);
  if (manager === 'yum' || (image === 'centos' && release < 8)) return ['/var/cache/yum'];
  if (manager !== 'dnf' || (image === 'centos' && Number.isNaN(release))) return undefined;
  return [image === 'fedora' && !(release < 41) ? '/var/cache/libdnf5' : '/var/cache/dnf'];
}

function verb(run: RunCommand, verbs: RegExp): boolean {
  return plainWords(run).some((word) => verbs.test(word));
}

/** Package managers of distributions. */
export const systemTools: readonly CachingTool[] = [apt, apk, dnf];
