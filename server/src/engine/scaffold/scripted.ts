import { backingsOf, field, lines, parseJson } from './text.js';
import type { Detector } from './types.js';

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
    const root = files.has('public/') ? '/var/www/html/public' : '/var/www/html';
    const lock = files.has('composer.lock') ? 'composer.json composer.lock' : 'composer.json';
    return {
      title: `${name} project (Composer, PHP 8.4)`,
      dockerfile: lines(
        '# syntax=docker/dockerfile:1',
        'FROM composer:2.8 AS vendor',
        'WORKDIR /app',
        `COPY ${lock} ./`,
        'RUN --mount=type=cache,target=/tmp/cache composer install --no-dev --no-scripts --no-interaction --prefer-dist',
        '',
        'FROM php:8.4-apache',
        'RUN mv "$PHP_INI_DIR/php.ini-production" "$PHP_INI_DIR/php.ini" \\',
        `    && sed -ri 's!/var/www/html!${root}!g; s!^Listen 80$!Listen 8080!; s!:80>!:8080>!' \\`,
        '    /etc/apache2/sites-available/*.conf /etc/apache2/ports.conf',
        'WORKDIR /var/www/html',
        'COPY --chown=www-data:www-data . .',
        'COPY --from=vendor --chown=www-data:www-data /app/vendor ./vendor',
        'USER www-data',
        'EXPOSE 8080',
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
    const start = rails
      ? '["bundle", "exec", "rails", "server", "-b", "0.0.0.0"]'
      : rack
        ? '["bundle", "exec", "rackup", "--host", "0.0.0.0", "--port", "3000"]'
        : '["bundle", "exec", "ruby", "app.rb"]';
    return {
      title: `${rails ? 'Rails' : 'Ruby'} project (Bundler, Ruby 3.4)`,
      dockerfile: lines(
        '# syntax=docker/dockerfile:1',
        'FROM ruby:3.4-slim AS base',
        'WORKDIR /app',
        `ENV BUNDLE_PATH=/bundle BUNDLE_WITHOUT=development:test${files.has('Gemfile.lock') ? ' BUNDLE_DEPLOYMENT=1' : ''}`,
        '',
        'FROM base AS build',
        'RUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt,sharing=locked \\',
        '    rm -f /etc/apt/apt.conf.d/docker-clean \\',
        '    && apt-get update && apt-get install -y --no-install-recommends build-essential libpq-dev libyaml-dev pkg-config',
        `COPY ${files.has('Gemfile.lock') ? 'Gemfile Gemfile.lock' : 'Gemfile'} ./`,
        'RUN bundle install && rm -rf /bundle/ruby/*/cache',
        '',
        'FROM base',
        'RUN useradd --create-home --uid 10001 app',
        'COPY --from=build /bundle /bundle',
        'COPY --chown=app:app . .',
        'USER app',
        rails || rack ? 'EXPOSE 3000' : undefined,
        `CMD ${start}`,
      ),
      port: rails || rack ? 3000 : undefined,
      backings: backingsOf(gems),
      made: ['log/', 'tmp/'],
    };
  },
};

/** A folder with a page and no program. */
export const site: Detector = {
  reads: [],
  detect(files) {
    if (!files.has('index.html')) return undefined;
    return {
      title: 'Static site (nginx)',
      dockerfile: lines(
        '# syntax=docker/dockerfile:1',
        'FROM nginxinc/nginx-unprivileged:1.30-alpine',
        'COPY . /usr/share/nginx/html',
        'EXPOSE 8080',
      ),
      port: 8080,
      backings: [],
      made: [],
    };
  },
};
