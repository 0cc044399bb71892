import { memoised } from '../../../memo.js';
import type { DockerfileDocument } from '../../model/types.js';
import { npmInstall } from '../npm.js';
import { pipArguments, pipPrograms } from '../pip.js';
import { yarnGeneration, yarnInstall } from '../yarn.js';
import { chosenYarnCache, classicCaches } from '../yarnCache.js';
import type { Surroundings } from './surroundings.js';
import { has, plainWords, says, type CachingTool } from './tool.js';

/** One folder, if it is known. */
function one(folder: string | undefined): readonly string[] | undefined {
  return folder === undefined || folder === '' ? undefined : [folder];
}

const npm: CachingTool = {
  name: 'npm',
  programs: ['npm'],
  downloads: (run) => npmInstall(run) !== undefined && !has(run, '--offline'),
  // docs.npmjs.com/cli/commands/npm-cache
  folders: (at) =>
    npmCacheMoved(at.doc)
      ? undefined
      : one(
          at.choose([at.option('--cache'), at.variable('npm_config_cache', 'NPM_CONFIG_CACHE')], () =>
            at.below('.npm'),
          ),
        ),
  clears: (command) => says(command, ['npm'], 'cache clean', 'cache clear', 'cache rm'),
  hint: /npm/,
};

const npmCacheMoved = memoised((doc: DockerfileDocument) =>
  doc.runsOf('npm').some((run) => /^(?:config )?set (?:.* )?cache\b/.test(plainWords(run).join(' '))),
);

const yarn: CachingTool = {
  name: 'Yarn',
  programs: ['yarn'],
  downloads: (run) => yarnInstall(run) !== undefined && !has(run, '--offline'),
  folders: yarnFolders,
  clears: (command) => says(command, ['yarn'], 'cache clean'),
  hint: /yarn|\.cache\/?$/,
};

function yarnFolders(at: Surroundings): readonly string[] | undefined | 'none' {
  const generation = yarnGeneration(at.doc, at.stage, at.facts);
  // Yarn 2 and newer may run programs out of their cache.
  if (generation === 'berry') return 'none';
  if (generation === undefined) return undefined;
  const chosen = chosenYarnCache(at.doc, at.run);
  if (chosen !== undefined) return one(chosen);
  const xdg = at.variable('XDG_CACHE_HOME');
  if (xdg !== undefined) return one(xdg.value && `${xdg.value}/yarn`);
  return one(at.account?.uid === 0 ? classicCaches.root : at.below(classicCaches.home));
}

const pnpm: CachingTool = {
  name: 'pnpm',
  programs: ['pnpm'],
  downloads: (run) => /^(?:install|i|add|fetch|update|up|deploy|dlx)$/.test(plainWords(run)[0] ?? ''),
  // pnpm.io/settings, storeDir
  folders: (at) => {
    const home = at.variable('PNPM_HOME');
    const data = at.variable('XDG_DATA_HOME');
    return one(
      at.choose(
        [
          at.option('--store-dir'),
          at.variable('npm_config_store_dir', 'PNPM_CONFIG_STORE_DIR', 'pnpm_config_store_dir'),
        ],
        () => {
          if (home !== undefined) return home.value && `${home.value}/store`;
          return data === undefined ? at.below('.local/share/pnpm/store') : data.value && `${data.value}/pnpm/store`;
        },
      ),
    );
  },
  shared: true,
  clears: (command) => says(command, ['pnpm'], 'store prune', 'cache delete'),
  hint: /pnpm|store/,
};

const bun: CachingTool = {
  name: 'Bun',
  programs: ['bun'],
  downloads: (run) => /^(?:install|i|ci|add|a|update)$/.test(plainWords(run)[0] ?? ''),
  // bun.com/docs/pm/global-cache
  folders: (at) => {
    const install = at.variable('BUN_INSTALL');
    return one(
      at.choose([at.option('--cache-dir'), at.variable('BUN_INSTALL_CACHE_DIR')], () =>
        install === undefined ? at.below('.bun/install/cache') : install.value && `${install.value}/install/cache`,
      ),
    );
  },
  off: ['--no-cache'],
  clears: (command) => says(command, ['bun'], 'pm cache rm'),
  hint: /bun/,
};

const pip: CachingTool = {
  name: 'pip',
  programs: pipPrograms,
  downloads: (run) => {
    const pip = pipArguments(run);
    if (pip === undefined || has(pip, '--no-index')) return false;
    const [verb, ...rest] = plainWords(pip);
    const files = rest.length > 0 && rest.every((word) => /[/*]|\.whl$/.test(word)) && !has(pip, '-r', '-e');
    return /^(?:install|download|wheel)$/.test(verb ?? '') && !(files && has(pip, '--no-deps'));
  },
  // pip.pypa.io/en/stable/topics/caching
  folders: (at) => one(at.choose([at.option('--cache-dir'), at.variable('PIP_CACHE_DIR')], () => at.inCache('pip'))),
  off: ['--no-cache-dir'],
  offVariables: ['PIP_NO_CACHE_DIR'],
  clears: ({ name = '', args }) =>
    /^(?:pip|python)[\d.]*$/.test(name) &&
    args
      .map(({ value }) => value)
      .join(' ')
      .endsWith('cache purge'),
  hint: /pip|\.cache\/?$/,
};

const uv: CachingTool = {
  name: 'uv',
  programs: ['uv'],
  downloads: (run) =>
    /^(?:sync|add|lock|pip (?:install|sync|compile)|tool install)\b/.test(plainWords(run).join(' ')) &&
    !has(run, '--offline', '--no-index'),
  // docs.astral.sh/uv/concepts/cache: symbolic links would point into the mount.
  folders: (at) =>
    (at.option('--link-mode') ?? at.variable('UV_LINK_MODE'))?.value === 'symlink'
      ? undefined
      : one(at.choose([at.option('--cache-dir'), at.variable('UV_CACHE_DIR')], () => at.inCache('uv'))),
  off: ['--no-cache', '--no-cache-dir', '-n'],
  offVariables: ['UV_NO_CACHE'],
  clears: (command) => says(command, ['uv'], 'cache clean', 'cache prune'),
  hint: /uv|\.cache\/?$/,
};

const poetry: CachingTool = {
  name: 'Poetry',
  programs: ['poetry'],
  downloads: (run) => /^(?:install|add|lock|update|sync)$/.test(plainWords(run)[0] ?? ''),
  // python-poetry.org/docs/configuration, cache-dir: environments stand in a third folder, and have to stay.
  folders: (at) => {
    const base = at.choose([at.variable('POETRY_CACHE_DIR')], () => at.inCache('pypoetry'));
    return base === undefined || base === '' ? undefined : [`${base}/cache`, `${base}/artifacts`];
  },
  off: ['--no-cache'],
  clears: (command) => says(command, ['poetry'], 'cache clear'),
  hint: /poetry|\.cache\/?$/,
};

const pipenv: CachingTool = {
  name: 'Pipenv',
  programs: ['pipenv'],
  downloads: (run) => /^(?:install|sync|update|lock)$/.test(plainWords(run)[0] ?? ''),
  folders: (at) => one(at.choose([at.variable('PIPENV_CACHE_DIR')], () => at.inCache('pipenv'))),
  clears: ({ name, args }) => name === 'pipenv' && args.every(({ value }) => value === '--clear'),
  hint: /pipenv|\.cache\/?$/,
};

const composer: CachingTool = {
  name: 'Composer',
  programs: ['composer', 'composer.phar'],
  downloads: (run) =>
    /^(?:install|i|update|require|create-project|global (?:require|install))\b/.test(plainWords(run).join(' ')),
  // composer/docker sets COMPOSER_HOME=/tmp; elsewhere the folder depends on what the system has (Factory::getCacheDir).
  folders: (at) => {
    const home = at.variable('COMPOSER_HOME') ?? (at.image === 'composer' ? { value: '/tmp' } : undefined);
    return one(at.choose([at.variable('COMPOSER_CACHE_DIR')], () => home?.value && `${home.value}/cache`));
  },
  off: ['--no-cache'],
  clears: (command) => says(command, ['composer', 'composer.phar'], 'clear-cache', 'clearcache', 'cc'),
  hint: /composer|cache/,
};

const bundleConfigured = memoised((doc: DockerfileDocument) =>
  doc
    .runsOf('bundle', 'bundler')
    .some(
      (run) =>
        has(run, '--path', '--deployment') || /^config\b.*\b(?:path|deployment)\b/.test(plainWords(run).join(' ')),
    ),
);

const bundler: CachingTool = {
  name: 'Bundler',
  programs: ['bundle', 'bundler'],
  downloads: (run) =>
    /^(?:install|update)?$/.test(plainWords(run)[0] ?? '') && !has(run, '-v', '--version', '--local', '-h', '--help'),
  // The image of Ruby sets GEM_HOME; Bundler takes archives that are in its folder already (Source::Rubygems#fetch_gem).
  folders: (at) => {
    const moved =
      at.variable('BUNDLE_PATH', 'GEM_HOME', 'BUNDLE_APP_CONFIG', 'BUNDLE_CACHE_PATH', 'BUNDLE_DEPLOYMENT') !==
      undefined;
    const configured = bundleConfigured(at.doc);
    return at.image === 'ruby' && !moved && !configured ? ['/usr/local/bundle/cache'] : undefined;
  },
  clears: (command) => says(command, ['bundle'], 'clean'),
  hint: /bundle|gem/,
};

/** Package managers of languages that install into the image and keep downloads aside. */
export const languageTools: readonly CachingTool[] = [npm, yarn, pnpm, bun, pip, uv, poetry, pipenv, composer, bundler];
