import { describe, expect, test } from 'vitest';
import { foreignKey } from '../../server/src/engine/catalogue.js';
import { parseCheckovConfig } from '../../server/src/engine/config/checkov.js';
import { defaultConfig, resolveConfig } from '../../server/src/engine/config/resolve.js';
import type { RuleSetting } from '../../server/src/engine/config/types.js';
import { unknownFacts } from '../../server/src/engine/facts.js';
import { Linter } from '../../server/src/engine/lint.js';
import type { Profile, Severity } from '../../server/src/engine/rule.js';
import { rules as allRules } from '../../server/src/rules/index.js';
import { ruleOf } from './rules.js';

/** A warning for each RUN, but the word that it runs names the severity, if it is one. */
const rule = ruleOf({
  id: 'run-found',
  equivalents: { hadolint: ['DL3004'], buildkit: ['RunFound'] },
  *check(doc) {
    for (const { keywordSpan: at, body } of doc.byKeyword('RUN')) {
      const severity = (['hint', 'info', 'error'] as const).find((name) => name === body.text);
      yield { at, message: 'found', ...(severity && { severity }) };
    }
  },
});
const rules = [rule, ruleOf({ ...rule, id: 'off', profile: 'all', equivalents: { buildkit: ['Off'] } })];
const linter = new Linter(rules);
const text = 'FROM a\nRUN plain\nRUN error\nRUN info\n';

interface Given {
  readonly profile?: Profile;
  readonly setting?: Partial<RuleSetting>;
}

function severities(of: string, { profile = 'recommended', setting }: Given = {}, id = rule.id): readonly Severity[] {
  const config = defaultConfig(rules, profile);
  const whole = { severity: 'warning', options: {}, origin: { kind: 'file' }, ...setting } as const;
  const told = setting === undefined ? config.rules : new Map(config.rules).set(id, whole);
  return linter
    .lint(linter.open('dockerfile', of), {
      config: { ...config, rules: told },
      facts: unknownFacts,
      date: '2026-01-01',
    })
    .findings.filter((finding) => finding.rule.id === id)
    .map(({ severity }) => severity);
}

describe('the severity of a finding', () => {
  test('is its own, or else that of its rule', () => {
    expect(severities(text)).toEqual(['warning', 'error', 'info']);
    expect(severities(text, {}, 'off')).toEqual([]);
    expect(severities(text, { profile: 'all' }, 'off')).toEqual(['warning', 'error', 'info']);
  });

  test('is what a configuration says of the rule', () => {
    expect(severities(text, { setting: { severity: 'hint' } })).toEqual(['hint', 'hint', 'hint']);
    expect(severities(text, { setting: { severity: 'warning' } })).toEqual(['warning', 'warning', 'warning']);
    expect(severities(text, { setting: { severity: 'off' } })).toEqual([]);
  });

  test('is what a configuration says of the code of another tool', () => {
    const code = { id: 'DL3004', severity: 'info', origin: { kind: 'file' } } as const;
    const codes = new Map([[foreignKey('hadolint', code.id), code]]);
    const setting: Partial<RuleSetting> = { origin: { kind: 'profile' }, codes };
    expect(severities(text, { setting })).toEqual(['info', 'info', 'info']);
  });

  test('is its own where the configuration of another tool only turns it on', () => {
    const code = { id: 'DL3004', severity: 'on', origin: { kind: 'checkov' } } as const;
    const codes = new Map([[foreignKey('hadolint', code.id), code]]);
    const on = (setting: Partial<RuleSetting>): Given => ({ setting: { codes, ...setting } });
    expect(severities(text, on({ origin: { kind: 'profile' } }))).toEqual(['warning', 'error', 'info']);
    expect(severities(text, on({ severity: 'off', origin: { kind: 'profile' } }))).toEqual([
      'warning',
      'error',
      'info',
    ]);
    expect(severities(text, on({ severity: 'off' }))).toEqual(['warning', 'error', 'info']);
    expect(severities(text, on({ severity: 'hint' }))).toEqual(['hint', 'hint', 'hint']);
    expect(severities(`# check=error=true\n${text}`, on({ origin: { kind: 'profile' } }))).toEqual([
      'error',
      'error',
      'error',
    ]);
  });

  test('is its own where a .checkov.yaml asks for its check', () => {
    const own = ruleOf({ ...rule, profile: 'all', equivalents: { checkov: ['CKV_DOCKER_8'] } });
    const asked = new Linter([own]);
    const { layer } = parseCheckovConfig('check: [CKV_DOCKER_8]\n', '/a/.checkov.yaml', asked);
    const layers = [layer];
    const file = { path: '/a/Dockerfile', base: () => '/a' };
    const config = resolveConfig({ layers, rules: [own], file, usesHadolint: false });
    const options = { config, facts: unknownFacts, date: '2026-01-01' };
    expect(asked.lint(asked.open('dockerfile', text), options).findings.map(({ severity }) => severity)).toEqual([
      'warning',
      'error',
      'info',
    ]);
  });

  test('is an error where the file asks BuildKit to fail for it', () => {
    expect(severities(`# check=error=true\n${text}`)).toEqual(['error', 'error', 'error']);
    expect(severities(`# check=error=true\n${text}`, { setting: { severity: 'hint' } })).toEqual([
      'hint',
      'hint',
      'hint',
    ]);
  });

  test('is its own where the file asks BuildKit for a check that is off', () => {
    expect(severities(`# check=experimental=Off\n${text}`, {}, 'off')).toEqual(['warning', 'error', 'info']);
    expect(severities(`# check=experimental=Off;error=true\n${text}`, {}, 'off')).toEqual(['error', 'error', 'error']);
  });
});

describe('an error only where Docker stops', () => {
  const real = new Linter(allRules);
  const windows = 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\n';

  test.each([
    ['swallowed-instruction', 'FROM a:1\nRUN a \\\nRUN b\n', 'warning'],
    ['swallowed-instruction', 'FROM a:1\nENV A=1 \\\nCMD b\n', 'error'],
    ['swallowed-instruction', 'FROM a:1\nCOPY a /b/ \\\nCMD b\n', 'error'],
    ['swallowed-instruction', 'FROM a:1\nONBUILD COPY a /b/ \\\nCMD b\n', 'error'],
    ['trailing-comment', 'FROM a:1\nWORKDIR /a # b\n', 'warning'],
    ['trailing-comment', 'FROM a:1\nARG A=1 #b\n', 'warning'],
    ['trailing-comment', 'FROM a:1 # b\n', 'error'],
    ['trailing-comment', 'FROM a:1\nCOPY a b # c\n', 'error'],
    ['trailing-comment', 'FROM a:1\nUSER a # b\n', 'error'],
    ['trailing-comment', 'FROM a:1\nENV A=1 # b\n', 'error'],
    ['backslash-line-end', `${windows}WORKDIR C:\\a\\\nCMD b\n`, 'warning'],
    ['backslash-line-end', `${windows}COPY a C:\\a\\\nCMD b\n`, 'error'],
    ['backslash-line-end', `${windows}ENV A=C:\\a\\\nCMD b\n`, 'error'],
    ['backslash-line-end', `${windows}COPY a C:\\a\\\n`, 'warning'],
    ['unescaped-windows-path', `${windows}CMD ["C:\\app\\a.exe"]\n`, 'warning'],
    ['unescaped-windows-path', `${windows}SHELL ["C:\\app\\a.exe"]\n`, 'error'],
    ['invalid-check-directive', '# check=skip=A; error=true\nFROM a:1\n', 'error'],
    ['invalid-check-directive', '# check=skip=A, B\nFROM a:1\n', 'warning'],
    ['invalid-check-directive', '# check=skpi=A\nFROM a:1\n', 'error'],
  ])('%s in %j', (id, file, severity) => {
    const options = { config: defaultConfig(allRules), facts: unknownFacts, date: '2026-01-01' };
    const found = real.lint(real.open('dockerfile', file), options).findings.filter((each) => each.rule.id === id);
    expect(found.map((finding) => finding.severity)).toEqual([severity]);
  });
});
