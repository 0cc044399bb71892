import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../server/src/engine/config/resolve.js';
import type { FactAnswer, Facts } from '../../../server/src/engine/facts.js';
import { factsFrom, unknownFacts } from '../../../server/src/engine/facts.js';
import { detectLanguage } from '../../../server/src/engine/language.js';
import { Linter } from '../../../server/src/engine/lint.js';
import { projectQueries, proposeFiles } from '../../../server/src/engine/scaffold/propose.js';
import { fromSnippet } from '../../../server/src/engine/scaffold/snippet.js';
import { rules } from '../../../server/src/rules/index.js';
import { projects } from './projects.js';

type Files = Readonly<Record<string, string>>;

function factsOf(files: Files): Facts {
  const answers = new Map<string, FactAnswer>();
  answers.set('list:.', { presence: 'present', entries: Object.keys(files) });
  for (const [name, text] of Object.entries(files)) {
    if (!name.endsWith('/')) answers.set(`read:${name}`, { presence: 'present', text });
  }
  return factsFrom(answers);
}

function proposed(files: Files): Files {
  const all = proposeFiles('', factsOf(files))?.files ?? [];
  return Object.fromEntries(all.map(({ path, text }) => [path, text]));
}

const of = (name: string): Files => projects[name] ?? {};
const linter = new Linter(rules);

describe('a proposal', () => {
  it.each(Object.keys(projects))('for a project of %s has no findings once it is written', (name) => {
    const files = of(name);
    const added = proposed(files);
    expect(Object.keys(added)).toEqual(['Dockerfile', '.dockerignore', 'compose.yaml']);
    const facts = factsOf({ ...files, ...added });
    for (const [path, text] of Object.entries(added)) {
      const language = detectLanguage({ name: path, text });
      if (language === undefined) throw new Error(path);
      const options = { config: defaultConfig(rules, 'recommended'), facts, date: '2026-11-01' };
      const { findings } = linter.lint(linter.open(language, text, path), options);
      expect(findings.map(({ rule, message }) => `${path}: ${rule.id}: ${message}`)).toEqual([]);
    }
  });

  it('names the framework, the package manager and the version', () => {
    const titles = Object.keys(projects).map((name) => proposeFiles('', factsOf(of(name)))?.title);
    expect(titles).toEqual([
      'Next.js project (pnpm, Node 24)',
      'Next.js project (Yarn, Node 24)',
      'Nuxt project (Yarn, Node 24)',
      'Node.js project (npm, Node 22)',
      'Node.js project (npm, Node 24)',
      'Vite project (npm, Node 24)',
      'Bun project (Bun)',
      'FastAPI project (pip, Python 3.14)',
      'Flask project (uv, Python 3.13)',
      'Django project (Poetry, Python 3.14)',
      'Go project (Go 1.26)',
      'Rust project (Cargo)',
      'Spring Boot project (Maven, Java 25)',
      'Java project (Gradle, Java 21)',
      'ASP.NET Core project (.NET 9.0)',
      'Laravel project (Composer, PHP 8.4)',
      'Rails project (Bundler, Ruby 3.4)',
      'Static site (nginx)',
    ]);
  });

  it.each([
    ['Go', 'go', {}],
    ['Rust', 'rust', { 2: 'shop' }],
    ['Django, Poetry', 'python-poetry', {}],
    ['Flask, uv', 'python-uv', { 1: '3.13-slim' }],
    ['FastAPI, pip', 'python', {}],
    ['ASP.NET Core', 'dotnet', { 1: '9.0', 2: 'Shop' }],
    ['Vite, npm', 'static', {}],
  ])('for a project of %s is the snippet %s, but for what it starts', (name, snippet, values) => {
    const rest = (text: string | undefined): string | undefined => text?.replace(/^CMD .*$/m, '');
    expect(rest(proposed(of(name))['Dockerfile'])).toBe(rest(fromSnippet(snippet, values)));
  });

  it('says of a snippet only what the project has otherwise', () => {
    const dockerfile = (files: Files): string | undefined => proposed(files)['Dockerfile'];
    expect(dockerfile({ 'go.mod': 'module x' })).toMatch(/^COPY go\.mod \.\/$[^]*-o \/app \.\/cmd\/\.\.\.$/m);
    expect(dockerfile({ 'Cargo.toml': '[package]\nname = "a"\n' })).toMatch(/cargo build --release \\$/m);
    expect(dockerfile({ 'pom.xml': '<java.version>17</java.version>' })).toContain('FROM eclipse-temurin:17-jre');
    expect(dockerfile(of('Spring Boot, Maven wrapper'))).toMatch(
      /eclipse-temurin:25-jdk[^]*mvnw pom\.xml[^]* \.\/mvnw /,
    );
    expect(dockerfile({ 'build.gradle': 'spring-boot', gradlew: '', 'gradle/': '' })).toContain(
      'target=/root/.gradle ./gradlew --no-daemon bootJar',
    );
    const console = dockerfile({ 'A.csproj': '<Project Sdk="Microsoft.NET.Sdk">', 'B.csproj': '' });
    expect(console).toMatch(/restore A\.csproj[^]*publish A\.csproj[^]*dotnet\/runtime:/);
    expect(console).not.toContain('EXPOSE');
    expect(dockerfile({ 'pyproject.toml': '', 'main.py': '' })).toMatch(/^COPY \. \.\nRUN .* pip install \.$/m);
    expect(dockerfile(of('Laravel'))).toMatch(/html\/public!'[^]*--from=vendor --chown=www-data:www-data/);
    expect(dockerfile({ 'composer.json': '{}' })).not.toMatch(/composer\.lock|html\/public/);
    expect(dockerfile(of('Nuxt, modern Yarn'))).not.toContain('AS deps');
    expect(dockerfile(of('Express, npm'))).not.toContain('AS build');
    expect(dockerfile(of('static site'))).not.toContain('node');
  });

  it('for Ruby brings the libraries that the gems need, also where they run', () => {
    expect(proposed(of('Rails'))['Dockerfile']).toMatch(
      /default-libmysqlclient-dev libyaml-dev[^]*FROM base\n[^]*libmariadb3/,
    );
    const plain = proposed({ Gemfile: "gem 'rack'\n", 'config.ru': '' })['Dockerfile'];
    expect(plain).toMatch(/build-essential libyaml-dev \\[^]*FROM base\nRUN groupadd/);
    expect(plain).not.toMatch(/BUNDLE_DEPLOYMENT|Gemfile\.lock|none/);
  });

  it('installs as the lock file of the project asks', () => {
    const dockerfile = (name: string): string | undefined => proposed(of(name))['Dockerfile'];
    expect(dockerfile('Express, npm')).toContain('npm ci --omit=dev');
    expect(dockerfile('Node.js without a lock file')).toContain('npm install --omit=dev');
    expect(dockerfile('Next.js, standalone, pnpm')).toContain('pnpm install --frozen-lockfile');
    expect(dockerfile('Nuxt, modern Yarn')).toContain('yarn install --immutable');
    expect(dockerfile('Flask, uv')).toContain('uv sync --locked');
  });

  it('starts the program itself, not a package manager that keeps signals to itself', () => {
    for (const name of Object.keys(projects))
      expect(proposed(of(name))['Dockerfile']).not.toMatch(/^CMD \["(?:npm|yarn|pnpm)"/m);
    expect(proposed(of('Express, npm'))['Dockerfile']).toContain('CMD ["node", "src/server.js"]');
    expect(proposed(of('Next.js, standalone, pnpm'))['Dockerfile']).toContain('CMD ["node", "server.js"]');
  });

  it('takes the version that the project asks for, if it still gets fixes', () => {
    expect(proposed(of('Express, npm'))['Dockerfile']).toContain('FROM node:22-slim');
    expect(proposed({ 'package.json': '{"engines":{"node":"14"}}' })['Dockerfile']).toContain('FROM node:24-slim');
    expect(proposed({ 'package.json': '{}', '.nvmrc': 'v26.1.0\n' })['Dockerfile']).toContain('FROM node:26-slim');
    expect(proposed(of('Flask, uv'))['Dockerfile']).toContain('FROM python:3.13-slim');
  });

  it('starts the servers that the dependencies speak of, and waits for them', () => {
    const compose = proposed(of('FastAPI, pip'))['compose.yaml'];
    expect(compose).toContain('image: postgres:18');
    expect(compose).toContain('condition: service_healthy');
    expect(compose).toContain('${DB_PASSWORD:?set it in .env}');
    expect(proposed(of('Bun'))['compose.yaml']).not.toContain('depends_on');
  });

  it('opens ports to this machine only', () => {
    expect(proposed(of('Go'))['compose.yaml']).toContain('"127.0.0.1:8080:8080"');
  });

  it('leaves what exists alone and says so', () => {
    const files = { ...of('Go'), Dockerfile: '', 'docker-compose.yml': '' };
    const proposal = proposeFiles('', factsOf(files));
    expect(proposal?.files.map(({ path }) => path)).toEqual(['.dockerignore']);
    expect(proposal?.kept).toEqual(['Dockerfile', 'docker-compose.yml']);
  });

  it('is none where nothing tells what the project is', () => {
    expect(proposeFiles('', factsOf({ 'README.md': '' }))).toBeUndefined();
    expect(proposeFiles('', unknownFacts)).toBeUndefined();
    expect(proposeFiles('', factsOf({ 'package.json': '{' }))).toBeUndefined();
  });

  it('asks for the entries first and then for the files that tell more', () => {
    const first = projectQueries('', unknownFacts);
    expect(first).toEqual([{ kind: 'list', path: '.' }]);
    const known = factsFrom(new Map([['list:.', { presence: 'present', entries: ['go.mod', 'README.md', 'src/'] }]]));
    expect(projectQueries('', known)).toEqual([...first, { kind: 'read', path: 'go.mod' }]);
  });
});
