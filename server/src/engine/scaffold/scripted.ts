import { changed, fromSnippet, withCommand, withoutStage, type Change } from './snippet.js';
import { backingsOf, field, parseJson } from './text.js';
import type { Backing, Detector } from './types.js';

/** Projects with a composer.json. */
export const php: Detector = {
  reads: [/^composer\.json$/],
  detect(files) {
    const manifest = parseJson(files.read('composer.json'));
    if (typeof manifest !== 'object') return undefined;
    const packages = Object.keys(field(manifest, 'require') ?? {});
    const name = packages.includes('laravel/framework')
      ? 'Laravel'
      : packages.includes('symfony/framework-bundle')
        ? 'Symfony'
        : 'PHP';
    return {
      title: `${name} project (Composer, PHP 8.4)`,
      dockerfile: changed(
        fromSnippet('php', { 1: '8.4-apache' }),
        files.has('composer.lock') ? undefined : ['composer.json composer.lock', 'composer.json'],
        files.has('public/') ? ['s/:80>/:8080>/', 's/:80>/:8080>/; s!/var/www/html!/var/www/html/public!'] : undefined,
        // The program writes its logs and caches there.
        ['COPY . .', 'COPY --chown=www-data:www-data . .'],
        ['--from=vendor', '--from=vendor --chown=www-data:www-data'],
      ),
      port: 8080,
      backings: backingsOf(packages),
      made: ['vendor/'],
    };
  },
};

/** Projects with a Gemfile. */
export const ruby: Detector = {
  reads: [/^Gemfile$/],
  detect(files) {
    const manifest = files.read('Gemfile');
    if (manifest === undefined) return undefined;
    const gems = [...manifest.matchAll(/^\s*gem\s+['"]([\w-]+)['"]/gm)].map(([, name = '']) => name);
    const rails = gems.includes('rails');
    const rack = files.has('config.ru');
    const serves = rails || rack;
    const start = rails
      ? ['bundle', 'exec', 'rails', 'server', '-b', '0.0.0.0']
      : rack
        ? ['bundle', 'exec', 'rackup', '--host', '0.0.0.0', '--port', '3000']
        : ['bundle', 'exec', 'ruby', 'app.rb'];
    const backings = backingsOf(gems);
    const libraries = clients.filter(({ backing }) => backings.includes(backing));
    const built = [...libraries.map(({ build }) => build), 'libyaml-dev'].join(' ');
    const run = libraries.map((each) => each.run).join(' ');
    return {
      title: `${rails ? 'Rails' : 'Ruby'} project (Bundler, Ruby 3.4)`,
      dockerfile: withCommand(
        changed(
          fromSnippet('ruby', { 1: '3.4-slim', 2: built, 3: run === '' ? none : run }),
          ...(files.has('Gemfile.lock') ? [] : unlocked),
          run === '' ? [installed(none), ''] : undefined,
          serves ? undefined : ['EXPOSE 3000\n', ''],
        ),
        start,
      ),
      port: serves ? 3000 : undefined,
      backings,
      made: ['log/', 'tmp/'],
    };
  },
};

/** Libraries of Debian that gems of servers are built with, and those that they need to run. */
const clients: readonly { readonly backing: Backing; readonly build: string; readonly run: string }[] = [
  { backing: 'postgres', build: 'libpq-dev', run: 'libpq5' },
  { backing: 'mysql', build: 'default-libmysqlclient-dev', run: 'libmariadb3' },
];
const none = 'none';
const installed = (packages: string): string =>
  `apt-get update \\\n    && apt-get install -y --no-install-recommends ${packages} \\\n    && rm -rf /var/lib/apt/lists/* \\\n    && `;
const unlocked: readonly Change[] = [
  ['BUNDLE_DEPLOYMENT=1 \\\n    ', ''],
  ['Gemfile Gemfile.lock', 'Gemfile'],
];

/** A folder with a page and no program. */
export const site: Detector = {
  reads: [],
  detect(files) {
    if (!files.has('index.html')) return undefined;
    return {
      title: 'Static site (nginx)',
      dockerfile: `# syntax=docker/dockerfile:1\n${changed(withoutStage(fromSnippet('static'), 'build'), ['--from=build /app/dist', '.'])}`,
      port: 8080,
      backings: [],
      made: [],
    };
  },
};
