import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../../server/src/engine/catalogue.js';
import { matchesGlobs } from '../../server/src/engine/config/glob.js';
import { parseHadolintConfig } from '../../server/src/engine/config/hadolint.js';
import { defaultConfig } from '../../server/src/engine/config/resolve.js';
import { layerOfSettings } from '../../server/src/engine/config/settings.js';
import type { ConfigLayer } from '../../server/src/engine/config/types.js';
import { codes, parse, resolve, rules } from './configs.js';

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
