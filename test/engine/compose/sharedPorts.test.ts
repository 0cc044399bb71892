import { describe, expect, it } from 'vitest';
import { findProjects, isAlternative } from '../../../server/src/engine/compose/project/workspace.js';
import { defaultConfig } from '../../../server/src/engine/config/resolve.js';
import type { NamedProjects } from '../../../server/src/engine/facts.js';
import { Linter } from '../../../server/src/engine/lint.js';
import type { Diagnosed } from '../../../server/src/engine/report.js';
import rule from '../../../server/src/rules/compose/port-shared-between-projects.js';
import { loud } from '../../loud.js';
import { aroundOf } from './around.js';

type Files = Readonly<Record<string, string>>;

const linter = new Linter([rule]);
const publishing = (port: string, name = 'web'): string =>
  `services:\n  ${name}:\n    image: nginx:1.29\n    ports: ["${port}"]\n`;

function findings(files: Files, path = 'a/compose.yaml', named: NamedProjects = {}): readonly Diagnosed[] {
  const config = { ...defaultConfig([rule]), ...named };
  const doc = linter.open('compose', files[path] ?? '', path);
  const facts = aroundOf(new Map(Object.entries(files)), path, (known) => linter.needs(doc, { config, facts: known }));
  return linter.lint(doc, { config, facts, date: '2026-11-01', ...loud }).findings;
}

/** Where the other ports are, as the findings tell: file and text. */
function others(files: Files, path?: string, named?: NamedProjects): readonly string[] {
  return findings(files, path, named).map(({ related: [place] = [] }) => {
    const parts = `${(path ?? 'a/compose.yaml').replace(/[^/]*$/, '')}${place?.path ?? ''}`.split('/');
    for (let up = parts.indexOf('..'); up > 0; up = parts.indexOf('..')) parts.splice(up - 1, 2);
    const file = parts.join('/');
    return `${file} ${files[file]?.slice(place?.at.start, place?.at.end) ?? ''}`;
  });
}

const a = publishing('8080:80');

describe('a port that another project of the workspace has', () => {
  it.each([':', '${', '@'])('is looked for in one go beside an image of many %s', (sign) => {
    const image = `${sign.repeat(400_000)}/\\n`;
    const files = { 'a/compose.yaml': `services: {x: {image: "${image}", ports: ["80:80"]}}\n`, 'b/compose.yaml': a };
    // Going over the rest again from each of them would take minutes.
    expect(findings(files)).toEqual([]);
  });

  it('is told once, with the place in the other file', () => {
    const files = { 'a/compose.yaml': a, 'b/docker-compose.yml': publishing('8080:3000', 'api'), 'c/compose.yml': a };
    const [finding, ...more] = findings(files);
    expect(more).toEqual([]);
    expect([finding?.severity, finding?.message]).toEqual([
      'info',
      'Port 8080 is also published by service api of ../b/docker-compose.yml, so the two projects cannot run at the same time.',
    ]);
    expect(others(files)).toEqual(['b/docker-compose.yml "8080:3000"']);
    expect(others(files, 'b/docker-compose.yml')).toEqual(['a/compose.yaml "8080:80"']);
    expect(others({ ...files, 'a/compose.yaml': publishing('8080:80/udp') })).toEqual([]);
    const udp = { 'a/compose.yaml': publishing('53:53/udp'), 'b/compose.yaml': publishing('50-60:50-60/udp') };
    expect(findings(udp)[0]?.message).toContain('Port 53/udp is also');
  });

  it('may be that of a project above or below', () => {
    const files = { 'compose.yaml': a, 'x/y/compose.yaml': a };
    expect(others(files, 'compose.yaml')).toEqual(['x/y/compose.yaml "8080:80"']);
    expect(others(files, 'x/y/compose.yaml')).toEqual(['compose.yaml "8080:80"']);
  });

  it('is told in the file of the project where it is written, not in one that only somebody names', () => {
    const files = {
      'a/compose.yaml': 'include: [parts/web.yaml]\nservices: {db: {image: postgres:18}}\n',
      'a/compose.override.yaml': 'services: {db: {ports: ["5432:5432"]}}\n',
      'a/parts/web.yaml': a,
      'a/compose.prod.yaml': a,
      'a/docker-compose.yml': a,
      'b/compose.yaml': `${a}  db: {image: postgres:18, ports: ["5432:5432"]}\n`,
    };
    expect(others(files)).toEqual([]);
    expect(others(files, 'a/compose.override.yaml')).toEqual(['b/compose.yaml "5432:5432"']);
    expect(others(files, 'a/parts/web.yaml')).toEqual(['b/compose.yaml "8080:80"']);
    expect(others(files, 'a/compose.prod.yaml')).toEqual([]);
    expect(others(files, 'a/docker-compose.yml')).toEqual([]);
    expect(others(files, 'b/compose.yaml')).toEqual([
      'a/parts/web.yaml "8080:80"',
      'a/compose.override.yaml "5432:5432"',
    ]);
  });

  it('is none where a later file takes it away, and none that both have from one file', () => {
    const taken = { 'b/compose.yaml': a, 'b/compose.override.yaml': 'services: {web: {ports: !reset []}}\n' };
    expect(others({ 'a/compose.yaml': a, ...taken })).toEqual([]);
    const common = 'services: {web: {extends: {file: ../common/web.yaml, service: web}}}\n';
    const files = { 'a/compose.yaml': common, 'b/compose.yaml': common, 'common/web.yaml': a };
    expect(others(files)).toEqual([]);
    expect(
      others({ ...files, 'common/compose.yaml': a, 'b/compose.yaml': 'include: [../common/compose.yaml]\n' }),
    ).toEqual([]);
    expect(others({ 'a/compose.yaml': a, 'b/compose.yaml': 'include: [../a/compose.yaml]\n' })).toEqual([]);
  });

  it('counts by the variables of its own project', () => {
    const other = publishing('${PORT:-8080}:80');
    expect(others({ 'a/compose.yaml': a, 'b/compose.yaml': other })).toHaveLength(1);
    expect(others({ 'a/compose.yaml': a, 'b/compose.yaml': other, 'b/.env': 'PORT=81\n' })).toEqual([]);
    expect(others({ 'a/compose.yaml': a, 'b/compose.yaml': other, 'b/.env': 'PORT=${BASE}\n' })).toEqual([]);
    expect(others({ 'a/compose.yaml': a, 'b/compose.yaml': publishing('${PORT}:80') })).toEqual([]);
    const set = { 'b/compose.yaml': publishing('${PORT}:80'), 'b/.env': 'PORT=8080\n' };
    expect(others({ 'a/compose.yaml': a, ...set })).toHaveLength(1);
    // What is included from another folder has a .env of its own.
    const part = { 'b/compose.yaml': 'include: [c/part.yaml]\n', 'b/c/part.yaml': other };
    expect(others({ 'a/compose.yaml': a, ...part })).toEqual([]);
    expect(others({ 'a/compose.yaml': a, ...part, 'b/.env': 'PORT=8080\n' })).toHaveLength(1);
  });

  it('is that of services that start by themselves', () => {
    const profiled = (port: string): string => `${publishing(port)}    profiles: [more]\n`;
    expect(others({ 'a/compose.yaml': a, 'b/compose.yaml': profiled('8080:80') })).toEqual([]);
    expect(others({ 'a/compose.yaml': profiled('8080:80'), 'b/compose.yaml': a })).toEqual([]);
    const active = { 'b/compose.yaml': profiled('8080:80'), 'b/.env': 'COMPOSE_PROFILES=more\n' };
    expect(others({ 'a/compose.yaml': a, ...active })).toHaveLength(1);
    const host = `${publishing('8080:80')}    network_mode: host\n`;
    expect(others({ 'a/compose.yaml': a, 'b/compose.yaml': host })).toEqual([]);
  });

  it('is none of projects with one name', () => {
    const named = (name: string): string => `name: ${name}\n${a}`;
    expect(others({ 'a/compose.yaml': named('x'), 'b/compose.yaml': named('x') })).toEqual([]);
    expect(others({ 'a/compose.yaml': named('x'), 'b/compose.yaml': named('y') })).toHaveLength(1);
    const set = { 'b/compose.yaml': a, 'b/.env': 'COMPOSE_PROJECT_NAME=x\n' };
    expect(others({ 'a/compose.yaml': named('x'), ...set })).toEqual([]);
  });

  it('is none of projects that run the same application', () => {
    const run = (what: string, name = 'web'): string => publishing('8080:80', name).replace('image: nginx:1.29', what);
    const of = (own: string, other: string, more: Files = {}): number =>
      others({ 'a/compose.yaml': own, 'b/compose.yaml': other, ...more }).length;
    expect(of(run('build: .'), run('build: ../a'))).toBe(0);
    expect(of(run('build: .'), run('build: {context: ../a/, dockerfile: Dockerfile}'))).toBe(0);
    expect(of(run('build: .'), run('build: .'))).toBe(1);
    expect(of(run('build: .'), run('build: {context: ../a, dockerfile: other}'))).toBe(1);
    expect(of(run('build: .'), run('image: acme/web:1'))).toBe(0);
    expect(of(run('build: .'), run('image: acme/web:1', 'shop'))).toBe(1);
    expect(of(run('build: "${X}"'), run('build: .'))).toBe(0);
    expect(of(run('image: acme/web:1'), run('image: ghcr.io/acme/web@sha256:abc', 'site'))).toBe(0);
    expect(of(run('image: acme/web:1'), run('image: "${REGISTRY}acme/web:${TAG}"', 'site'))).toBe(0);
    expect(of(run('image: acme/web:1'), run('image: acme/api:1'))).toBe(1);
    // A database is beside every application, and so is what helps to develop.
    expect(of(run('image: postgres:18'), run('image: postgres:17'))).toBe(1);
    expect(of(run('image: axllent/mailpit'), run('image: axllent/mailpit'))).toBe(1);
    const stack = ['kafka', 'zookeeper', 'redis'].map((name) => `  ${name}: {image: ${name}}\n`).join('');
    expect(of(publishing('8080:80') + stack, `${publishing('8080:80')}${stack}  more: {image: more}\n`)).toBe(0);
    // The build of an included file is in its own folder.
    const part = { 'b/compose.yaml': 'include: [../c/part.yaml]\n', 'c/part.yaml': run('build: ../a') };
    expect(of(run('build: .'), part['b/compose.yaml'], part)).toBe(0);
  });

  it('may be one that a configuration names, whose files are no other project', () => {
    const files = {
      'a/compose.yaml': a,
      'b/main.yaml': publishing('81:80'),
      'b/more.yaml': publishing('8080:80', 'more'),
    };
    const composeProjects = [['../b/main.yaml', '../b/more.yaml']];
    expect(others(files)).toEqual([]);
    expect(others(files, 'a/compose.yaml', { composeProjects })).toEqual(['b/more.yaml "8080:80"']);
    const own = ['main.yaml', 'more.yaml'];
    expect(others(files, 'b/more.yaml', { composeProject: own, composeProjects: [own] })).toEqual([
      'a/compose.yaml "8080:80"',
    ]);
    const both = [['compose.yaml', '../b/main.yaml']];
    expect(
      others({ ...files, 'b/main.yaml': a }, 'a/compose.yaml', { composeProject: both[0]!, composeProjects: both }),
    ).toEqual([]);
    expect(others(files, 'a/compose.yaml', { composeProjects: [['../../out/compose.yaml']] })).toEqual([]);
  });

  it('is not looked for in a collection, nor outside the workspace', () => {
    const many = (count: number): Files =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`p${at}/compose.yaml`, a]));
    expect(others({ 'a/compose.yaml': a, ...many(7) })).toHaveLength(1);
    expect(others({ 'a/compose.yaml': a, ...many(8) })).toEqual([]);
    expect(others({ 'examples/a/compose.yaml': a, 'b/compose.yaml': a }, 'examples/a/compose.yaml')).toEqual([]);
    expect(others({ 'b/compose.yaml': a, '.devcontainer/compose.yaml': a }, '.devcontainer/compose.yaml')).toEqual([]);
    const doc = linter.open('compose', a);
    expect(linter.needs(doc, { config: defaultConfig([rule]) })).toEqual([]);
  });

  it('asks for nothing where a file publishes nothing', () => {
    const doc = linter.open('compose', 'services: {web: {image: nginx:1.29}}\n', 'a/compose.yaml');
    expect(linter.needs(doc, { config: defaultConfig([rule]) })).toEqual([]);
  });

  it('bears projects that are broken, large or full of ports', () => {
    expect(others({ 'a/compose.yaml': a, 'b/compose.yaml': 'services: [\n', 'c/compose.yaml': '' })).toEqual([]);
    const huge = `${a}# ${'x'.repeat(400_000)}\n`;
    expect(others({ 'a/compose.yaml': a, 'b/compose.yaml': huge })).toEqual([]);
    const row = (count: number): string =>
      `services: {web: {image: nginx:1.29, ports: [${Array.from({ length: count }, (_, at) => `"${10_000 + at}:80"`).join()}]}}\n`;
    const all = `services: {web: {image: nginx:1.29, ports: [${'"1-65535:1-65535",'.repeat(2000)}]}}\n`;
    const start = performance.now();
    expect(others({ 'a/compose.yaml': row(4000), 'b/compose.yaml': all })).toHaveLength(4000);
    expect(others({ 'a/compose.yaml': all, 'b/compose.yaml': row(4000) })).toHaveLength(10);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('a fix for it', () => {
  const fixed = (text: string, more: Files = { 'b/compose.yaml': publishing('80:80') }): readonly string[] =>
    findings({ 'a/compose.yaml': text, ...more }).flatMap(({ fixes }) =>
      fixes.flatMap((fix) =>
        fix.edits().flatMap((edit) => ('span' in edit ? [`${fix.safety} ${fix.title}: ${edit.text}`] : [])),
      ),
    );
  const web = (port: string): string => publishing(port, 'my-web');

  it('takes the next port that is free in all projects', () => {
    expect(fixed(web('80:80'))).toEqual([
      'suggestion Publish it as port 8080 unless MY_WEB_PORT is set: ${MY_WEB_PORT:-8080}',
    ]);
    const more = { 'b/compose.yaml': publishing('80:80'), 'c/compose.yaml': publishing('8000-8081:8000-8081') };
    expect(fixed(web('80:80'), more)[0]).toContain('port 8082');
    expect(fixed(web('${MY:-80}:80'))).toEqual(['suggestion Publish it as port 8080 unless MY is set: ${MY:-8080}']);
  });

  it('is none for a range, a value of the .env, a name that is in use', () => {
    expect(fixed(web('80-81:80-81'))).toEqual([]);
    expect(fixed(web('${MY:-81}:80'), { 'b/compose.yaml': publishing('80:80'), 'a/.env': 'MY=80\n' })).toEqual([]);
    expect(fixed(`${web('80:80')}    command: serve $\{MY_WEB_PORT}\n`)).toEqual([]);
    expect(fixed(`x-a: &a ["80:80"]\nservices: {one: {ports: *a}, two: {ports: *a, profiles: [x]}}\n`)).toEqual([]);
  });
});

describe('the search for projects', () => {
  /** Answers from folders; `links` are paths that are links. */
  function search(files: readonly string[], links: readonly string[] = [], texts: Files = {}): readonly string[] {
    const steps = findProjects();
    let step = steps.next();
    while (step.done !== true) {
      step = steps.next(
        step.value.map(({ kind, path }) => {
          if (kind === 'read') return { presence: 'present', text: texts[path] ?? '' };
          const prefix = path === '.' ? '' : `${path}/`;
          const inner = files.filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length));
          const entries = [...new Set(inner.map((file) => file.replace(/\/.*$/, '/')))];
          const linked = entries.map((entry) => entry.replace('/', '')).filter((name) => links.includes(prefix + name));
          return { presence: 'present', entries, links: linked };
        }),
      );
    }
    return step.value;
  }

  it('finds the first file of each folder, near ones first', () => {
    const files = ['z/compose.yml', 'z/compose.yaml', 'a/b/docker-compose.yaml', 'compose.prod.yaml', 'a/compose.yml'];
    expect(search(files)).toEqual(['a/compose.yml', 'z/compose.yaml', 'a/b/docker-compose.yaml']);
    expect(search(['a/b/c/d/compose.yaml', 'a/b/c/d/e/compose.yaml'])).toEqual(['a/b/c/d/compose.yaml']);
  });

  it('passes over what is linked, ignored, made by tools or an alternative', () => {
    const names = ['node_modules', '.git', '.devcontainer', 'vendor', 'dist', 'examples', 'docker-tests', 'prod', 'v2'];
    expect(search(names.map((name) => `${name}/compose.yaml`))).toEqual([]);
    expect(search(['a/compose.yaml', 'b/compose.yaml', 'c/compose.yaml'], ['a', 'b/compose.yaml'])).toEqual([
      'c/compose.yaml',
    ]);
    const files = ['.gitignore', 'tmp/compose.yaml', 'a/.gitignore', 'a/b/compose.yaml', 'c/b/compose.yaml'];
    expect(search(files, [], { '.gitignore': 'tmp/\n', 'a/.gitignore': '/b\n' })).toEqual(['c/b/compose.yaml']);
  });

  it('ends: at a depth, after many folders, at more projects than anybody starts', () => {
    const wide = Array.from({ length: 600 }, (_, at) => `f${String(at).padStart(3, '0')}/compose.yaml`);
    expect(search(wide)).toHaveLength(9);
    const late = [...wide.slice(0, 550).map((path) => path.replace('compose', 'other')), 'z/compose.yaml'];
    expect(search(late)).toEqual([]);
  });

  it('knows names of folders by their words', () => {
    for (const folder of [
      'example',
      'my-samples',
      'e2e',
      'test-data',
      'docs',
      'local',
      'staging',
      'v1',
      'a/Legacy/b',
    ]) {
      expect([folder, isAlternative(`${folder}/compose.yaml`)]).toEqual([folder, true]);
    }
    for (const folder of [
      'attestation',
      'latest',
      'sampler',
      'product',
      'devices',
      'services/api',
      'vault',
      'contest',
    ]) {
      expect([folder, isAlternative(`${folder}/compose.yaml`)]).toEqual([folder, false]);
    }
    expect(isAlternative('examples.yaml')).toBe(false);
  });
});
