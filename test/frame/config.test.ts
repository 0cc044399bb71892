import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../../server/src/engine/catalogue.js';
import { nextExtended } from '../../server/src/engine/config/chain.js';
import { parseConfigFile } from '../../server/src/engine/config/file.js';
import { matchesGlobs } from '../../server/src/engine/config/glob.js';
import { parseHadolintConfig } from '../../server/src/engine/config/hadolint.js';
import { defaultConfig, resolveConfig } from '../../server/src/engine/config/resolve.js';
import { layerOfSettings } from '../../server/src/engine/config/settings.js';
import type { ConfigLayer, EffectiveConfig, RuleSetting } from '../../server/src/engine/config/types.js';
import type { Rule } from '../../server/src/engine/rule.js';
import { ruleOf } from './rules.js';

const one = ruleOf({ id: 'one', equivalents: { hadolint: ['DL3001'] } });
const two = ruleOf({
  id: 'two',
  aliases: ['old-two'],
  severity: 'info',
  profile: 'all',
  equivalents: { hadolint: ['DL3002', 'DL3003'] },
  options: {
    limit: { type: 'number', default: 5, description: '' },
    names: { type: 'strings', default: ['a'], description: '' },
  },
});
const rules: readonly Rule[] = [one, two];
const file = '/repo/api/Dockerfile';

function resolve(...layers: readonly ConfigLayer[]): EffectiveConfig {
  return resolveConfig({
    layers,
    rules,
    file: { path: file, base: () => '/repo' },
    usesHadolint: false,
    date: '2026-01-01',
  });
}

function parse(text: string): ConfigLayer {
  const { layer, problems } = parseConfigFile(text, '/repo/.docker-patterns.yaml', rules);
  expect(problems).toEqual([]);
  return layer;
}

/** What configurations of other tools say, by id. */
function codes(setting: RuleSetting | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries([...(setting?.codes?.values() ?? [])].map(({ id, severity }) => [id, severity]));
}

/** Problems as `text at fault: message`. */
function complaintsAbout(text: string): readonly string[] {
  const { problems } = parseConfigFile(text, 'x', rules);
  return problems.map(({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`);
}

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
    ['- a\n', '- a\n: A configuration is a map with the keys extends, profile, exclude, rules, overrides.'],
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

describe('precedence', () => {
  const flags = layerOfSettings({ rules: { one: 'hint' } }, { kind: 'command-line' }, rules).layer;
  const editor = layerOfSettings(
    { profile: '', rules: { two: ['error', { limit: 9 }] } },
    { kind: 'editor' },
    rules,
  ).layer;
  const ours = parse('profile: all\nrules:\n  one: error\n  two: [off, {limit: 1, names: [z]}]\n');

  test('the profile alone', () => {
    const config = resolve();
    expect(config.rules.get('one')).toEqual({ severity: 'warning', options: {}, origin: { kind: 'profile' } });
    expect(config.rules.get('two')).toMatchObject({ severity: 'off', options: { limit: 5, names: ['a'] } });
    expect(defaultConfig(rules, 'all').rules.get('two')?.severity).toBe('info');
    expect(config.profileOrigin).toEqual({ kind: 'default' });
  });

  test('flags before the editor before the file, option by option, each with its origin', () => {
    const config = resolve(flags, editor, ours);
    expect(config.rules.get('one')).toMatchObject({ severity: 'hint', origin: { kind: 'command-line' } });
    expect(config.rules.get('two')).toEqual({
      severity: 'error',
      options: { limit: 9, names: ['z'] },
      origin: { kind: 'editor' },
    });
    expect(resolve(ours).rules.get('one')?.origin).toEqual({
      kind: 'file',
      path: '/repo/.docker-patterns.yaml',
      line: 2,
    });
    expect(config).toMatchObject({ profile: 'all', profileOrigin: { kind: 'file' } });
  });

  test('the last override that matches wins within its file', () => {
    const layer = parse(`rules: {one: hint}
overrides:
  - {files: "api/**", rules: {one: info}}
  - {files: ["web/**", "Dockerfile"], rules: {one: error}}
  - {files: "web/**", rules: {one: off}}
`);
    expect(resolve(layer).rules.get('one')).toMatchObject({ severity: 'error', origin: { line: 3 } });
    expect(resolve(flags, layer).rules.get('one')?.severity).toBe('hint');
  });

  test('a file that extends another wins over it', () => {
    const base = parse('rules: {one: off, two: error}\nprofile: all\n');
    const near = parse('rules: {one: error}\n');
    const config = resolve(near, base);
    expect([config.rules.get('one')?.severity, config.rules.get('two')?.severity]).toEqual(['error', 'error']);
    expect(config.profile).toBe('all');
  });

  test('settings that are not set say nothing, wrong ones are told', () => {
    const { layer, messages } = layerOfSettings(
      { profile: null, rules: { nope: 'off', one: 3 } },
      { kind: 'editor' },
      rules,
    );
    expect(messages).toHaveLength(2);
    expect(resolve(layer)).toEqual(defaultConfig(rules));
  });
});

test.each([
  [['vendor/**'], '/repo/vendor/a/Dockerfile', true],
  [['vendor'], '/repo/vendor/a/Dockerfile', true],
  [['vendor/'], '/repo/x/vendor/Dockerfile', true],
  [['x/vendor'], '/repo/x/vendor/Dockerfile', true],
  [['./x'], '/repo/x/Dockerfile', true],
  [['Dockerfile.*'], '/repo/a/b/Dockerfile.dev', true],
  [['**/*.{a,b}'], '/repo/a/.h/x.b', true],
  [['a', '!a/keep'], '/repo/a/keep/Dockerfile', false],
  [['a', '!a/keep', 'Dockerfile'], '/repo/a/keep/Dockerfile', true],
  [['!a'], '/repo/b', false],
  [['vendor'], '/repo/vendored/Dockerfile', false],
  [['*'], '/elsewhere/Dockerfile', false],
  [['[', '('], '/repo/x', false],
  [['../**'], '/repo/x', false],
] as const)('%j covers %s: %s', (globs, path, covered) => {
  expect(matchesGlobs(globs, '/repo', path)).toBe(covered);
});

test('an excluded file is excluded by any layer', () => {
  expect(resolve(parse('exclude: api\n')).excluded).toBe(true);
  expect(resolve(parse('exclude: web\n')).excluded).toBe(false);
});

describe('hadolint', () => {
  const hadolint = (text: string): ConfigLayer => {
    const { layer, problems } = parseHadolintConfig(text, '/repo/.hadolint.yaml', {
      rules,
      catalogue: catalogueOf(rules),
    });
    expect(problems).toEqual([]);
    return layer;
  };

  test('a code that a rule alone stands for is the rule', () => {
    const config = resolve(hadolint('ignored:\n  - DL3001\n  - SC2086\n'));
    expect(config.rules.get('one')).toEqual({
      severity: 'off',
      options: {},
      origin: { kind: 'hadolint', path: '/repo/.hadolint.yaml', line: 1 },
    });
  });

  test('one of several codes counts for its findings only', () => {
    const setting = resolve(hadolint('override:\n  warning: [DL3002]\n')).rules.get('two');
    expect(setting?.severity).toBe('off');
    expect(codes(setting)).toEqual({ DL3002: 'warning' });
    expect(resolve(hadolint('override: {error: [DL3002, DL3003]}\n')).rules.get('two')?.severity).toBe('error');
  });

  test('error wins over other lists, ignored over all, style is a hint', () => {
    const text = 'ignored: [DL3001]\noverride:\n  error: [DL3001, DL3002]\n  style: [DL3002, DL3003]\n';
    const config = resolve(hadolint(text));
    expect(config.rules.get('one')?.severity).toBe('off');
    expect(codes(config.rules.get('two'))).toEqual({ DL3002: 'error', DL3003: 'hint' });
  });

  test('a layer above has the last word', () => {
    const flags = layerOfSettings({ rules: { two: 'info' } }, { kind: 'command-line' }, rules).layer;
    expect(resolve(flags, hadolint('override: {error: [DL3002]}\n')).rules.get('two')).toMatchObject({
      severity: 'info',
      origin: { kind: 'command-line' },
    });
    expect(resolve(flags, hadolint('override: {error: [DL3002]}\n')).rules.get('two')?.codes).toBeUndefined();
  });

  test.each([
    ['failure-threshold: error\n', 'error'],
    ['failure-threshold: info\n', 'info'],
    ['failure-threshold: style\n', 'hint'],
    ['failure-threshold: none\n', 'hint'],
    ['no-fail: true\nfailure-threshold: error\n', 'never'],
    ['trustedRegistries: [docker.io]\nstrict-labels: true\n', undefined],
  ])('%j fails on %s', (text, failOn) => {
    expect(resolve(hadolint(text)).failOn).toBe(failOn);
  });

  test('mistakes are told and the rest counts', () => {
    const { layer, problems } = parseHadolintConfig('ignore: [DL3001]\nignored: {a: b}\nno-fail: true\n', 'x', {
      rules,
      catalogue: catalogueOf(rules),
    });
    expect(problems.map(({ message }) => message)).toEqual([
      'hadolint has no setting "ignore". Did you mean "ignored"?',
      '"ignored" is a list of codes such as DL3008.',
    ]);
    expect(layer.failOn).toBe('never');
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
