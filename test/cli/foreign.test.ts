import { describe, expect, it } from 'vitest';
import type { Rule } from '../../server/src/engine/rule.js';
import { cli, folder, type Calling, type Ran } from './harness.js';
import { soundRules } from './testRules.js';

const rules = soundRules.map((rule): Rule =>
  rule.id === 'loud-word'
    ? {
        ...rule,
        equivalents: {
          hadolint: ['DL9001'],
          trivy: ['DS-0002'],
          checkov: ['CKV_DOCKER_8'],
          kics: ["Last User Is 'root'"],
        },
      }
    : rule.id === 'optional-word'
      ? { ...rule, equivalents: { hadolint: ['DL9002'], checkov: ['CKV_DOCKER_2'] } }
      : rule,
);
const call = (cwd: string, argv: readonly string[], calling: Calling = {}): Promise<Ran> =>
  cli(cwd, argv, { rules, ...calling });

const text = 'FROM alpine:3.20\nRUN echo LOUD OPTIONAL\n';
const off = {
  '.hadolint.yaml': 'ignored: [DL9001]\n',
  '.trivyignore': 'DS-0002\n',
  '.trivyignore.yaml': 'misconfigurations: [{id: AVD-DS-0002}]\n',
  '.checkov.yml': 'skip-check: [CKV_DOCKER_8]\n',
  'kics.config': '{"exclude-queries": ["67fd0c4a-68cf-46d7-8c41-bc9fba7e40ae"]}',
};

describe('configuration of other tools', () => {
  it.each(Object.entries(off))('%s counts from the file upward, and its line is shown', async (name, content) => {
    const cwd = folder({ '.git/HEAD': '', [name]: content, 'app/web/Dockerfile': text });
    expect((await call(cwd, ['lint'])).code).toBe(0);
    const { stdout } = await call(cwd, ['config', 'app/web/Dockerfile']);
    expect(stdout).toMatch(new RegExp(`(?:DL9001|DS-0002|CKV_DOCKER_8|Last User Is 'root'|loud-word) +off +${name}:1`));
  });

  it.each(Object.entries(off))('%s is weaker than a rule in a file of ours, and than flags', async (name, content) => {
    const cwd = folder({ [name]: content, '.docker-patterns.yaml': 'rules: {loud-word: error}\n', Dockerfile: text });
    expect((await call(cwd, ['lint'])).code).toBe(1);
    const alone = folder({ [name]: content, Dockerfile: text });
    expect((await call(alone, ['lint', '--rule', 'loud-word=warning'])).code).toBe(1);
  });

  it('hadolint counts where there is no file of ours, the others beside one', async () => {
    const own = { '.docker-patterns.yaml': 'rules: {faint-word: off}\n', Dockerfile: text };
    expect((await call(folder({ ...own, '.hadolint.yaml': off['.hadolint.yaml'] }), ['lint'])).code).toBe(1);
    expect((await call(folder({ ...own, '.trivyignore': off['.trivyignore'] }), ['lint'])).code).toBe(0);
  });

  it('none is searched for where --config names a file', async () => {
    const cwd = folder({ ...off, 'ours.yaml': '', 'ci/hadolint.yaml': off['.hadolint.yaml'], Dockerfile: text });
    expect((await call(cwd, ['lint', '--config', 'ours.yaml'])).code).toBe(1);
    expect((await call(cwd, ['lint', '--config', 'ci/hadolint.yaml'])).code).toBe(0);
  });

  it('paths of .trivyignore.yaml start at its folder', async () => {
    const ignore = 'misconfigurations:\n  - {id: DS-0002, paths: ["web/Dockerfile"]}\n';
    const cwd = folder({ 'a/.trivyignore.yaml': ignore, 'a/web/Dockerfile': text, 'a/api/Dockerfile': text });
    const { stdout } = await call(cwd, ['lint']);
    expect(stdout).toContain('a/api/Dockerfile');
    expect(stdout).not.toContain('a/web/Dockerfile');
  });

  it('an entry with a date counts until the day of the run', async () => {
    const cwd = folder({ '.trivyignore': 'DS-0002 exp:2030-06-01\n', Dockerfile: text });
    expect((await call(cwd, ['lint', '--date', '2030-05-31'])).code).toBe(0);
    expect((await call(cwd, ['lint', '--date', '2030-06-01'])).code).toBe(1);
  });

  it('mistakes are told with their place and change nothing else', async () => {
    const cwd = folder({ '.trivyignore': 'DS-0002\nX exp:soon\n', '.checkov.yaml': 'a: [\n', Dockerfile: text });
    const { code, stderr } = await call(cwd, ['lint']);
    expect(code).toBe(0);
    expect(stderr).toContain('.trivyignore:2:7: Trivy cannot read this date');
    expect(stderr).toContain('.checkov.yaml:2:1: This is not valid YAML');
  });

  it('a check that Checkov is told to run turns its rule on', async () => {
    const cwd = folder({ '.checkov.yaml': 'check: [CKV_DOCKER_2]\n', Dockerfile: text });
    expect((await call(cwd, ['lint'])).stdout).toContain('optional-word');
  });
});

describe('hadolint', () => {
  it('is told by the environment on the command line, below its file', async () => {
    const cwd = folder({ Dockerfile: text });
    const env = { HADOLINT_IGNORE: 'DL9001', HADOLINT_OVERRIDE_ERROR: 'DL9002', OTHER: 'x' };
    const { stdout, code } = await call(cwd, ['lint'], { env });
    expect(code).toBe(1);
    expect(stdout).toContain('error OPTIONAL');
    expect(stdout).not.toContain('loud-word');
    expect((await call(cwd, ['config', 'Dockerfile'], { env })).stdout).toMatch(
      /loud-word +off +the variable HADOLINT_IGNORE\n/,
    );
    const own = folder({ '.docker-patterns.yaml': 'rules: {loud-word: warning}\n', Dockerfile: text });
    expect((await call(own, ['lint'], { env })).stdout).toContain('warning LOUD');
    expect((await call(cwd, ['lint'], { env: { HADOLINT_NOFAIL: '1' } })).code).toBe(0);
  });

  it('finds the file in the home of a person where the project has none', async () => {
    const home = folder({
      '.config/hadolint.yaml': 'ignored: [DL9001]\n',
      'xdg/hadolint.yml': '',
      '.hadolint.yml': '',
    });
    const cwd = folder({ Dockerfile: text });
    expect((await call(cwd, ['lint'], { home })).code).toBe(0);
    expect((await call(cwd, ['config', 'Dockerfile'], { home })).stdout).toMatch(
      /loud-word +off +.*hadolint\.yaml:1\n/,
    );
    expect((await call(cwd, ['lint'], { home, env: { XDG_CONFIG_HOME: `${home}/xdg` } })).code).toBe(1);
    for (const own of ['.hadolint.yaml', '.docker-patterns.yaml']) {
      expect((await call(folder({ Dockerfile: text, [own]: '' }), ['lint'], { home })).code).toBe(1);
    }
    const other = folder({ '.hadolint/config.yaml': 'ignored: [DL9001]\n' });
    expect((await call(cwd, ['lint'], { home: other })).code).toBe(0);
  });

  it('failure-threshold, no-fail and --fail-on hint', async () => {
    const faint = 'FROM alpine:3.20\nRUN echo FAINT\n';
    const strict = folder({ '.hadolint.yaml': 'failure-threshold: none\n', Dockerfile: faint });
    expect((await call(strict, ['lint'])).code).toBe(1);
    expect((await call(strict, ['lint', '--fail-on', 'info'])).code).toBe(0);
    expect((await call(folder({ Dockerfile: faint }), ['lint', '--fail-on', 'hint'])).code).toBe(1);
  });

  it('disable-ignore-pragma and no-color', async () => {
    const ignoring = text.replace('RUN', '# hadolint ignore=DL9001\nRUN');
    const cwd = folder({ Dockerfile: ignoring });
    expect((await call(cwd, ['lint'])).code).toBe(0);
    const env = { HADOLINT_DISABLE_IGNORE_PRAGMA: 'true' };
    expect((await call(cwd, ['lint'], { env })).code).toBe(1);
    expect((await call(cwd, ['config', 'Dockerfile'], { env })).stdout).toContain('disable-ignore-pragma');
    const plain = folder({ '.hadolint.yaml': 'no-color: true\n', Dockerfile: text });
    expect((await call(plain, ['lint'], { terminal: true })).stdout).not.toContain('\u001b');
    expect((await call(cwd, ['lint'], { terminal: true, env })).stdout).toContain('\u001b');
  });
});
