import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../../server/src/engine/catalogue.js';
import { parseCheckovConfig } from '../../server/src/engine/config/checkov.js';
import { readHadolintConfig, parseHadolintConfig } from '../../server/src/engine/config/hadolint.js';
import { hadolintEnvironment } from '../../server/src/engine/config/hadolintEnvironment.js';
import { hadolintLayer } from '../../server/src/engine/config/hadolintLayer.js';
import { parseKicsConfig } from '../../server/src/engine/config/kics.js';
import { resolveConfig } from '../../server/src/engine/config/resolve.js';
import { layerOfSettings } from '../../server/src/engine/config/settings.js';
import { parseTrivyIgnore } from '../../server/src/engine/config/trivy.js';
import type { ConfigLayer, EffectiveConfig } from '../../server/src/engine/config/types.js';
import { unknownFacts } from '../../server/src/engine/facts.js';
import { Linter } from '../../server/src/engine/lint.js';
import type { OptionDeclaration, Rule } from '../../server/src/engine/rule.js';
import { keywordRule, ruleOf } from './rules.js';

const list = (): OptionDeclaration => ({ type: 'strings', default: [], description: '' });

const rules: readonly Rule[] = [
  keywordRule('USER', {
    id: 'root-user',
    equivalents: {
      hadolint: ['DL3002'],
      trivy: ['DS-0002'],
      checkov: ['CKV_DOCKER_8'],
      kics: ["Last User Is 'root'"],
    },
  }),
  keywordRule('RUN', { id: 'sudo', profile: 'all', severity: 'info', equivalents: { checkov: ['CKV2_DOCKER_1'] } }),
  ruleOf({
    id: 'untrusted-registry',
    severity: 'error',
    profile: 'all',
    equivalents: { hadolint: ['DL3026'] },
    options: { registries: list() },
  }),
  ...(['missing-label', 'empty-label', 'invalid-label-value', 'unknown-label'] as const).map((id, index) =>
    ruleOf({
      id,
      severity: 'info',
      profile: 'all',
      equivalents: { hadolint: [`DL304${index}`] },
      options: { labels: list() },
    }),
  ),
];
const known = { rules, catalogue: catalogueOf(rules) };
const linter = new Linter(rules);

function resolve(layers: readonly ConfigLayer[], path = '/repo/api/Dockerfile', date = '2026-01-01'): EffectiveConfig {
  return resolveConfig({ layers, rules, file: { path, base: () => '/repo' }, usesHadolint: false, date });
}

function hadolint(text: string): EffectiveConfig {
  const { layer, problems } = parseHadolintConfig(text, '/repo/.hadolint.yaml', known);
  expect(problems).toEqual([]);
  return resolve([layer]);
}

/** Ids of the rules that find something in a Dockerfile with USER and RUN. */
function found(config: EffectiveConfig): readonly string[] {
  const doc = linter.open('dockerfile', 'USER root\nRUN x\n');
  return linter.lint(doc, { config, facts: unknownFacts, date: '2026-01-01' }).findings.map(({ rule }) => rule.id);
}

describe('hadolint', () => {
  test('trusted registries turn their rule on', () => {
    const { rules: settings } = hadolint('trustedRegistries:\n  - docker.io\n  - "*.gcr.io"\n');
    expect(settings.get('untrusted-registry')).toEqual({
      severity: 'error',
      options: { registries: ['docker.io', '*.gcr.io'] },
      origin: { kind: 'hadolint', path: '/repo/.hadolint.yaml', line: 1 },
    });
    expect(hadolint('trustedRegistries: []\n').rules.get('untrusted-registry')?.severity).toBe('off');
    expect(hadolint('trustedRegistries: quay.io\n').rules.get('untrusted-registry')?.options).toEqual({
      registries: ['quay.io'],
    });
  });

  test('a label schema turns the rules about labels on, "ignored" and "override" still count', () => {
    const text =
      'label-schema:\n  author: text\n  url: url\n  other: ""\nignored: [DL3041]\noverride: {error: [DL3042]}\n';
    const { rules: settings } = hadolint(text);
    expect(settings.get('missing-label')).toMatchObject({
      severity: 'info',
      options: { labels: ['author:text', 'url:url', 'other:text'] },
      origin: { line: 1 },
    });
    expect(settings.get('empty-label')?.severity).toBe('off');
    expect(settings.get('invalid-label-value')).toMatchObject({
      severity: 'error',
      options: settings.get('missing-label')?.options,
    });
    expect(settings.get('unknown-label')).toMatchObject({ severity: 'off', options: { labels: [] } });
    expect(hadolint(`strict-labels: true\n${text}`).rules.get('unknown-label')?.severity).toBe('info');
  });

  test('a code of "override" turns a rule on that is off by itself', () => {
    expect(hadolint('override: {warning: [DL3026]}\n').rules.get('untrusted-registry')?.severity).toBe('warning');
  });

  test('the rest of its keys', () => {
    expect(hadolint('disable-ignore-pragma: true\nno-color: true\n')).toMatchObject({
      withoutPragmas: true,
      noColor: true,
    });
    expect(hadolint('disable-ignore-pragma: false\nformat: json\nformats: [tty]\nverbose: true\n')).not.toHaveProperty(
      'withoutPragmas',
    );
  });

  test.each([
    ['no-fail: maybe\n', '"no-fail" is true or false.'],
    ['failure-threshold: warn\n', '"failure-threshold" is one of error, warning, info, style, ignore, none.'],
    ['override: {warn: [DL3002]}\n', 'hadolint has no level "warn". Did you mean "warning"?'],
    ['override: [DL3002]\n', '"override" is a map from error, warning, info or style to codes.'],
    ['trustedRegistries: {a: b}\n', '"trustedRegistries" is a list of registries such as docker.io.'],
    ['label-schema: {a: date}\n', 'The type of a label is one of text, rfc3339, semver, url, hash, spdx, email.'],
    ['label-schema: [a]\n', '"label-schema" is a map from label to type.'],
  ])('%j is told', (text, message) => {
    expect(readHadolintConfig(text, 'x').problems.map((problem) => problem.message)).toEqual([message]);
  });

  test('the environment is weaker than the file, and lists add up', () => {
    const environment = hadolintEnvironment({
      HADOLINT_IGNORE: 'DL3002, DL9999',
      HADOLINT_OVERRIDE_ERROR: 'DL3026',
      HADOLINT_TRUSTED_REGISTRIES: 'docker.io',
      HADOLINT_REQUIRE_LABELS: 'author:text,url:wrong,plain',
      HADOLINT_STRICT_LABELS: 'Yes',
      HADOLINT_DISABLE_IGNORE_PRAGMA: '1',
      HADOLINT_NOFAIL: 'on',
      HADOLINT_FAILURE_THRESHOLD: 'error',
      HADOLINT_FORMAT: 'json',
    });
    const { settings } = readHadolintConfig(
      'override: {warning: [DL3002, DL3026]}\ntrustedRegistries: [quay.io]\nno-fail: false\ndisable-ignore-pragma: false\nlabel-schema: {author: email}\n',
      '/repo/.hadolint.yaml',
    );
    const config = resolve([hadolintLayer([environment!, settings], known)]);
    expect(config.rules.get('root-user')).toMatchObject({
      severity: 'off',
      origin: { kind: 'environment', path: 'HADOLINT_IGNORE' },
    });
    expect(config.rules.get('untrusted-registry')).toMatchObject({
      severity: 'error',
      options: { registries: ['docker.io', 'quay.io'] },
    });
    expect(config.rules.get('unknown-label')?.options).toEqual({ labels: ['author:text', 'plain:text'] });
    expect(config.failOn).toBe('error');
    expect(config.withoutPragmas).toBeUndefined();
    expect(hadolintEnvironment({ PATH: 'x' })).toBeUndefined();
  });
});

describe('Trivy', () => {
  const trivy = (text: string, name = '.trivyignore'): ConfigLayer =>
    parseTrivyIgnore(text, `/repo/${name}`, known).layer;

  test.each([
    ['DS-0002\n', []],
    ['# text\n\n  AVD-DS-0002  \r\nCVE-2024-1\n', []],
    ['DS002 exp:2026-02-01\n', []],
    ['DS002 exp:2025-12-31\n', ['root-user']],
    ['DS002 exp:later\n', ['root-user']],
    ['DS-0001\n', ['root-user']],
  ])('%j', (text, rulesFound) => {
    expect(found(resolve([trivy(text)]))).toEqual(rulesFound);
  });

  test('a date that cannot be read is told at its place', () => {
    const text = 'CVE-1\nDS002 exp:later\n';
    const { problems } = parseTrivyIgnore(text, 'x', known);
    expect(problems.map(({ span }) => text.slice(span.start, span.end))).toEqual(['later']);
  });

  test('the YAML form, with paths and dates', () => {
    const layer = trivy(
      'vulnerabilities:\n  - id: CVE-1\nmisconfigurations:\n  - id: AVD-DS-0002\n    paths: ["api/*", "web/**"]\n    statement: why\n',
      '.trivyignore.yaml',
    );
    expect(found(resolve([layer]))).toEqual([]);
    expect(found(resolve([layer], '/repo/web/a/b/Dockerfile'))).toEqual([]);
    expect(found(resolve([layer], '/repo/api/x/Dockerfile'))).toEqual(['root-user']);
    expect(found(resolve([layer], '/repo/Dockerfile'))).toEqual(['root-user']);
    const dated = trivy('misconfigurations:\n  - {id: DS-0002, expired_at: 2025-06-01}\n', '.trivyignore.yaml');
    expect(found(resolve([dated]))).toEqual(['root-user']);
    const { problems } = parseTrivyIgnore('misconfigurations: [{paths: [a]}]\n', '.trivyignore.yml', known);
    expect(problems).toHaveLength(1);
  });

  test('its line is the origin, and what is above wins', () => {
    const layer = trivy('# x\nDS-0002\n');
    expect([...(resolve([layer]).rules.get('root-user')?.codes?.values() ?? [])]).toEqual([
      { id: 'DS-0002', severity: 'off', origin: { kind: 'trivy', path: '/repo/.trivyignore', line: 1 } },
    ]);
    const flags = layerOfSettings({ rules: { 'root-user': 'error' } }, { kind: 'command-line' }, rules).layer;
    expect(found(resolve([flags, layer]))).toEqual(['root-user']);
    const other = parseHadolintConfig('override: {error: [DL3002]}\n', 'x', known).layer;
    expect(found(resolve([other, layer]))).toEqual(['root-user']);
  });
});

describe('Checkov', () => {
  const checkov = (text: string): EffectiveConfig =>
    resolve([parseCheckovConfig(text, '/repo/.checkov.yaml', known).layer]);

  test.each([
    ['skip-check: [CKV_DOCKER_8]\n', []],
    ['skip-check: "CKV_X, CKV_DOCKER_*"\n', []],
    ['skip-check:\n  - CKV_DOCKER_8\n  - HIGH\ndirectory: [.]\n', []],
    ['skip-check: [CKV_DOCKER_8:src/.*]\n', ['root-user']],
    ['check: [CKV2_DOCKER_1]\n', ['root-user', 'sudo']],
    ['check: [CKV2_DOCKER_*]\nskip-check: [CKV2_DOCKER_1]\n', ['root-user']],
    ['', ['root-user']],
    ['- a\n', ['root-user']],
  ])('%j', (text, rulesFound) => {
    expect(found(checkov(text))).toEqual(rulesFound);
  });
});

describe('KICS', () => {
  const id = '67FD0C4A-68cf-46d7-8c41-bc9fba7e40ae';

  test.each([
    [`{"exclude-queries": "${id},x"}`, []],
    [`{\n  "path": "a",\n  "exclude-queries": ["${id}"]\n}`, []],
    [`exclude-queries:\n  - ${id}\n`, []],
    [`path = "a"\n# text\nexclude-queries = ["${id}"]\n`, []],
    [`"exclude-queries" = "${id}"\n`, []],
    ['exclude-queries: [nope]\n', ['root-user']],
    ['{{{ not a configuration', ['root-user']],
  ])('%j', (text, rulesFound) => {
    const { layer, problems } = parseKicsConfig(text, '/repo/kics.config', known);
    expect(problems).toEqual([]);
    expect(found(resolve([layer]))).toEqual(rulesFound);
  });
});
