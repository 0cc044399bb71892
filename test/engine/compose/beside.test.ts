import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../server/src/engine/rule.js';
import missingImageOrBuild from '../../../server/src/rules/compose/missing-image-or-build.js';
import undefinedNetwork from '../../../server/src/rules/compose/undefined-network.js';
import undefinedSecret from '../../../server/src/rules/compose/undefined-secret.js';
import yamlSyntaxError from '../../../server/src/rules/compose/yaml-syntax-error.js';
import { aroundOf } from './around.js';
import { parse } from './parse.js';

type Files = Readonly<Record<string, string>>;
type Rule = typeof undefinedNetwork;

function findings(rule: Rule, files: Files, path = 'compose.yaml'): readonly Finding[] {
  const doc = parse(files[path] ?? '', path);
  const facts = aroundOf(new Map(Object.entries(files)), path, (known) => rule.facts?.(doc, known) ?? []);
  return [...rule.check(doc, { facts, options: {}, date: '2026-01-01' } as never)];
}

const told = (rule: Rule, files: Files, path?: string): readonly string[] =>
  findings(rule, files, path).map(({ severity, message }) => `${severity ?? rule.severity}: ${message}`);

const main = 'services: {web: {image: nginx, networks: [front]}}\n';

describe('what a file beside the project declares', () => {
  const error = 'error: No network front is declared under networks, so Compose refuses to start web';

  it('is there once the file is laid over it', () => {
    const files = {
      'compose.yaml': main,
      'compose.local.yaml': 'services: {web: {ports: ["80"]}}\nnetworks: {front: }\n',
    };
    expect(told(undefinedNetwork, files)).toEqual([
      `${error.replace('error', 'info')} unless compose.local.yaml is laid over it.`,
    ]);
  });

  it('is there too where the file builds what this one names, and has no use of its own for it', () => {
    const files = {
      'compose.yaml': main,
      'compose.debug.yaml': 'services: {web: {build: .}}\nnetworks: {front: {external: true}}\n',
    };
    expect(told(undefinedNetwork, files)[0]).toMatch(/^info: .+ unless compose\.debug\.yaml is laid over it\.$/);
  });

  it.each([
    ['another project', 'services: {web: {image: nginx, networks: [front]}}\nnetworks: {front: }\n'],
    [
      'one that extends this',
      'services: {web: {extends: {file: compose.yaml, service: web}, networks: [front]}}\nnetworks: {front: }\n',
    ],
    ['other services', 'services: {db: {ports: ["80"]}}\nnetworks: {front: }\n'],
    ['something else', 'services: {web: {ports: ["80"]}}\nvolumes: {front: }\n'],
  ])('says nothing where the file is %s', (_, text) => {
    expect(told(undefinedNetwork, { 'compose.yaml': main, 'compose.prod.yaml': text })).toEqual([`${error}.`]);
  });

  it('is unknown while an override file is to be copied from a template', () => {
    const project = 'services: {web: {image: nginx, secrets: [key]}}\n';
    for (const name of ['compose.override.yaml.example', 'docker-compose.override.yml.dist']) {
      expect(told(undefinedSecret, { 'compose.yaml': project, [name]: 'x' })).toEqual([]);
    }
    const both = { 'compose.override.yaml.example': 'x', 'compose.override.yaml': 'services: {}\n' };
    expect(told(undefinedSecret, { 'compose.yaml': project, ...both })).toHaveLength(1);
    expect(told(undefinedSecret, { 'compose.yaml': project, 'nginx.conf.example': 'x' })).toHaveLength(1);
  });
});

describe('a service that says what it runs elsewhere', () => {
  const part = 'services: {web: {ports: ["80"]}}\n';

  it('is a warning where a file beside it does', () => {
    const files = { 'compose.yaml': part, 'compose.prod.yaml': 'services: {web: {image: nginx}}\n' };
    expect(told(missingImageOrBuild, files)).toEqual([
      'warning: web has neither image nor build, so Compose does not know what to start and refuses the file unless compose.prod.yaml is laid over it.',
    ]);
  });

  it('is nothing where the main file of a folder above does', () => {
    const files = { 'a/b/compose.yaml': part, 'docker-compose.yml': 'services: {web: {build: .}}\n' };
    expect(told(missingImageOrBuild, files, 'a/b/compose.yaml')).toEqual([]);
    const others = { ...files, 'docker-compose.yml': 'services: {api: {build: .}}\n' };
    expect(told(missingImageOrBuild, others, 'a/b/compose.yaml')).toHaveLength(1);
  });
});

describe('a file without anything', () => {
  const note = 'This file says nothing, and Compose refuses an empty file';

  it.each(['compose.yaml', 'a/docker-compose.yml'])('is refused as %s', (path) => {
    expect(told(yamlSyntaxError, { [path]: '# nothing yet\n' }, path)).toEqual([`error: ${note}.`]);
  });

  it.each(['compose.extras.yaml', 'a/compose.override.yml'])('may be laid over another as %s', (path) => {
    expect(told(yamlSyntaxError, { [path]: '# nothing yet\n' }, path)).toEqual([
      `info: ${note} unless it is laid over another.`,
    ]);
  });
});
