import { describe, expect, test } from 'vitest';
import { nextExtended } from '../../server/src/engine/config/chain.js';
import { parseConfigFile } from '../../server/src/engine/config/file.js';
import { defaultConfig, resolveConfig } from '../../server/src/engine/config/resolve.js';
import type { ConfigLayer } from '../../server/src/engine/config/types.js';
import { complaintsAbout, parse, resolve, rules } from './configs.js';

describe('Compose files', () => {
  const layer = parse(`compose:
  files: ['deploy/**', '!deploy/values.yaml']
  projects:
    - [compose.yaml, ops/prod.yaml]
    - [compose.yaml, ops/dev.yaml]
`);

  test.each([
    ['deploy/a/stack.yaml', true, undefined],
    ['deploy/values.yaml', undefined, undefined],
    ['deploy/Dockerfile', undefined, undefined],
    ['ops/other.yaml', undefined, undefined],
    ['compose.yaml', true, ['compose.yaml', 'ops/prod.yaml']],
    ['ops/dev.yaml', true, ['../compose.yaml', 'dev.yaml']],
  ])('%s', (path, isCompose, composeProject) => {
    const config = resolveConfig({
      layers: [layer],
      rules,
      file: { path: `/repo/${path}`, base: () => '/repo' },
      usesHadolint: false,
    });
    expect([config.isCompose, config.composeProject]).toEqual([isCompose, composeProject]);
  });

  test('know all that run together, each from its own folder', () => {
    const of = (path: string): unknown =>
      resolveConfig({
        layers: [layer],
        rules,
        file: { path: `/repo/${path}`, base: () => '/repo' },
        usesHadolint: false,
      }).composeProjects;
    expect(of('api/compose.yaml')).toEqual([
      ['../compose.yaml', '../ops/prod.yaml'],
      ['../compose.yaml', '../ops/dev.yaml'],
    ]);
    expect(of('api/Dockerfile')).toBeUndefined();
  });
});

describe('the file', () => {
  test('says what it says, with lines', () => {
    const layer = parse(`# ours
profile: all
extends: ../base.yaml
exclude: ["vendor/**"]
rules:
  one: off
  old-two: [hint, {limit: 7, names: [b, c]}]
overrides:
  - files: ["api/*"]
    rules: {one: error}
`);
    expect(layer).toMatchObject({ profile: 'all', extends: '../base.yaml', exclude: ['vendor/**'] });
    expect([...layer.rules]).toEqual([
      ['one', { severity: 'off', line: 5 }],
      ['two', { severity: 'hint', options: { limit: 7, names: ['b', 'c'] }, line: 6 }],
    ]);
    expect(layer.overrides).toEqual([{ files: ['api/*'], rules: new Map([['one', { severity: 'error', line: 9 }]]) }]);
  });

  test.each(['', '# nothing\n', '---\n', 'rules:\n', 'rules: {}\nexclude:\noverrides:\n'])(
    '%j says nothing',
    (text) => {
      expect(parse(text)).toMatchObject({ exclude: [], overrides: [] });
      expect(resolve(parse(text))).toEqual(defaultConfig(rules));
    },
  );

  test.each([
    ['- a\n', '- a\n: A configuration is a map with the keys extends, profile, exclude, rules, overrides, compose.'],
    ['rule: {}\n', 'rule: This file has no key "rule", so it has no effect. Did you mean "rules"?'],
    ['profile: best\n', 'best: "profile" is recommended or all.'],
    ['extends: [a, b]\n', '[a, b]: "extends" is the path of one other configuration file.'],
    ['exclude: {a: b}\n', '{a: b}: "exclude" is a list of file patterns.'],
    ['rules: [one]\n', '[one]: Rules must be a map from rule id to severity.'],
    ['rules: {oen: off}\n', 'oen: There is no rule "oen". Did you mean "one"?'],
    ['rules: {one: warn}\n', 'warn: A severity is one of off, hint, info, warning, error. Did you mean "warning"?'],
    ['rules: {one: [off, {x: 1}]}\n', 'x: one has no option "x".'],
    ['rules: {two: [off, {limt: 1}]}\n', 'limt: two has no option "limt". Did you mean "limit"?'],
    ['rules: {two: [off, {limit: many}]}\n', 'many: The option "limit" of two must be a number.'],
    ['rules: {two: [off, {names: [1]}]}\n', '[1]: The option "names" of two must be a list of texts.'],
    ['rules: {two: [off, {}, 3]}\n', '3: Only a severity and a map of options may stand here.'],
    ['rules: {one: []}\n', '[]: A list here holds a severity and, behind it, a map of options.'],
    ['rules: {two: off, old-two: hint}\n', 'old-two: "old-two" stands here twice; the last one counts.'],
    ['overrides: [{rules: {}}]\n', '{rules: {}}: An override needs "files", the patterns of the files it is for.'],
    [
      'overrides: [{file: x, files: y}]\n',
      'file: An override has no key "file", so it has no effect. Did you mean "files"?',
    ],
    ['compose: [a]\n', '[a]: "compose" is a map with "files" and "projects".'],
    ['compose: {file: a}\n', 'file: "compose" has no key "file", so it has no effect. Did you mean "files"?'],
    ['compose: {files: {a: b}}\n', '{a: b}: "files" is a list of file patterns.'],
    ['compose: {projects: a}\n', 'a: "projects" is a list of lists of Compose files.'],
    [
      'compose: {projects: [a.yaml]}\n',
      'a.yaml: A project is a list of the paths of its Compose files, in the order in which Compose reads them.',
    ],
    ['profile: all\nprofile: all\n', 'profile: "profile" stands here twice; the last one counts.'],
  ])('%j is told at its place', (text, complaint) => {
    expect(complaintsAbout(text)).toEqual([complaint]);
  });

  test('a mistake leaves the rest in force', () => {
    const { layer, problems } = parseConfigFile('rules:\n  one: [bad\n  two: off\nprofile: all\n', 'x', rules);
    expect(problems.length).toBeGreaterThan(0);
    expect(parseConfigFile('rules:\n  nope: x\n  two: hint\n', 'x', rules).layer.rules.has('two')).toBe(true);
    expect(layer.origin).toEqual({ kind: 'file', path: 'x' });
  });

  test('keys of objects are no rules or options, and aliases of YAML are followed without end', () => {
    expect(complaintsAbout('rules: {constructor: off, __proto__: off}\n')).toHaveLength(2);
    expect(complaintsAbout('rules: {two: [off, {toString: 1}]}\n')).toHaveLength(1);
    expect(parse('overrides:\n  - files: &f [a]\n    rules: {one: off}\n  - files: *f\n').overrides).toHaveLength(2);
    expect(complaintsAbout('rules: &r\n  one: *r\n')).toHaveLength(1);
  });
});

describe('extends', () => {
  const at = (path: string, target?: string): { path: string; layer: ConfigLayer } => ({
    path,
    layer: parse(target === undefined ? '' : `extends: ${target}\n`),
  });

  test.each([
    ['../base.yaml', '/repo/base.yaml'],
    ['./x/../y.yaml', '/repo/api/y.yaml'],
    ['/etc/z.yaml', '/etc/z.yaml'],
    ['../../../../far.yaml', '/far.yaml'],
  ])('%s leads to %s', (target, path) => {
    expect(nextExtended([at('/repo/api/.docker-patterns.yaml', target)])).toEqual({ path });
  });

  test('drives of Windows stay', () => {
    expect(nextExtended([at('C:/repo/a.yaml', 'b\\c.yaml')])).toEqual({ path: 'C:/repo/b/c.yaml' });
  });

  test('ends, and ends a circle and a chain that is too long with a problem', () => {
    expect(nextExtended([at('/a.yaml')])).toBeUndefined();
    expect(nextExtended([at('/a.yaml', 'a.yaml')])).toMatchObject({ problem: { span: { start: 9, end: 15 } } });
    expect(nextExtended([at('/a.yaml', 'b.yaml'), at('/b.yaml', './a.yaml')])).toHaveProperty('problem');
    const long = Array.from({ length: 16 }, (_, i) => at(`/${i}.yaml`, `${i + 1}.yaml`));
    expect(nextExtended(long)).toHaveProperty('problem');
    expect(nextExtended(long.slice(1))).toEqual({ path: '/16.yaml' });
  });
});
