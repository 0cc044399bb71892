import { describe, expect, it } from 'vitest';
import { rules as allRules } from '../../server/src/rules/index.js';
import { cli, folder } from './harness.js';
import { testRules } from './testRules.js';

const clean = 'FROM alpine:3.20\n';
const warned = 'FROM alpine:3.20\nRUN echo LOUD\n';

describe('exit codes', () => {
  it.each([
    [clean, [], 0],
    [warned, [], 1],
    ['FROM alpine:3.20\nRUN echo VAGUE\n', [], 0],
    ['FROM alpine:3.20\nRUN echo VAGUE\n', ['--fail-on', 'info'], 1],
    ['FROM alpine:3.20\nRUN echo FAINT\n', ['--fail-on=info'], 0],
    [warned, ['--fail-on', 'error'], 0],
    ['FROM alpine:3.20\nRUN echo RISKY\n', ['--fail-on', 'error'], 1],
    ['FROM alpine:3.20\nRUN echo RISKY\n', ['--fail-on', 'never'], 0],
    [warned, ['--rule', 'loud-word=off'], 0],
    [warned, ['--rule', 'loud-word=info'], 0],
    [warned, ['--rule', 'noisy-word=off'], 0],
    ['FROM alpine:3.20\nRUN echo OPTIONAL\n', [], 0],
    ['FROM alpine:3.20\nRUN echo OPTIONAL\n', ['--profile', 'all'], 1],
    ['FROM alpine:3.20\nRUN echo OPTIONAL\n', ['--rule', 'optional-word=error'], 1],
  ])('%j with %j ends with %i', async (text, options, code) => {
    const cwd = folder({ Dockerfile: text });
    expect((await cli(cwd, ['lint', ...options])).code).toBe(code);
  });

  it('a rule that throws is told and ends with 2, and the other findings stay', async () => {
    const cwd = folder({ Dockerfile: warned });
    const { code, stdout, stderr } = await cli(cwd, ['lint'], { rules: testRules });
    expect(code).toBe(2);
    expect(stdout).toContain('loud-word');
    expect(stderr).toBe('Dockerfile: the rule broken-word failed: Error: this rule is broken\n');
  });
});

it('a fix that turns out to have no edits is not offered', async () => {
  const cwd = folder({ Dockerfile: 'FROM alpine:3.20\nRUN echo STUCK\n' });
  const { stdout } = await cli(cwd, ['lint']);
  expect(stdout).toContain('stuck-word');
  expect(stdout).not.toContain('fix');
  const json = JSON.parse((await cli(cwd, ['lint', '--format', 'json'])).stdout) as {
    files: { findings: { fixes: unknown[] }[] }[];
    summary: { safeFixes: number };
  };
  expect([json.files[0]?.findings[0]?.fixes, json.summary.safeFixes]).toEqual([[], 0]);
});

describe('the day', () => {
  it.each([
    [[], 1],
    [['--date', '2030-12-31'], 1],
    [['--date', '2031-01-01'], 0],
  ])('is that of the table of images or the one given, never the clock: %j', async (options, code) => {
    const cwd = folder({ Dockerfile: 'FROM alpine:3.20\nRUN echo DATED\n' });
    expect((await cli(cwd, ['lint', ...options])).code).toBe(code);
  });
});

describe('text report', () => {
  it('groups by file, shows the line with carets, and sums up', async () => {
    const cwd = folder({
      'b/Dockerfile': warned,
      'a/Dockerfile': 'FROM alpine:3.20\nRUN echo RISKY VAGUE\n',
      Dockerfile: clean,
    });
    const { stdout, stderr } = await cli(cwd, ['lint']);
    expect(stderr).toBe('');
    expect(stdout).toBe(`a/Dockerfile
  2:10 error RISKY stands here, which is a pity. risky-word
    RUN echo RISKY VAGUE
             ^^^^^
    fix: Replace RISKY (--unsafe-fixes)
  2:16 info VAGUE stands here, which is a pity. vague-word
    RUN echo RISKY VAGUE
                   ^^^^^
    fix: Replace VAGUE (by hand)

b/Dockerfile
  2:10 warning LOUD stands here, which is a pity. loud-word
    RUN echo LOUD
             ^^^^
    fix: Replace LOUD (--fix)

3 findings (1 error, 1 warning, 1 info) in 2 of 3 files.
1 can be fixed with --fix, 1 with --unsafe-fixes, after a look at each.
`);
  });

  it('has colour on a terminal only, and none with NO_COLOR', async () => {
    const cwd = folder({ Dockerfile: warned });
    expect((await cli(cwd, ['lint'], { terminal: true })).stdout).toContain('\u001b[33mwarning');
    expect((await cli(cwd, ['lint'], { terminal: true, noColor: true })).stdout).not.toContain('\u001b');
    expect((await cli(cwd, ['lint'])).stdout).not.toContain('\u001b');
  });

  it('--quiet shows what counts and says nothing about a clean run', async () => {
    const cwd = folder({ Dockerfile: 'FROM alpine:3.20\nRUN echo VAGUE LOUD\n' });
    const quiet = await cli(cwd, ['lint', '--quiet']);
    expect(quiet.stdout).toContain('loud-word');
    expect(quiet.stdout).not.toContain('vague-word');
    const cleanRun = await cli(cwd, ['lint', '-q', '--rule=loud-word=off']);
    expect(cleanRun).toEqual({ code: 0, stdout: '', stderr: '' });
    expect((await cli(cwd, ['lint', '--quiet', '--fail-on', 'error'])).stdout).toBe('');
    expect((await cli(cwd, ['lint', '--quiet', '--fail-on', 'never'])).stdout).toContain('loud-word');
  });

  it('shows places in other files with their position', async () => {
    const cwd = folder({ 'a/Dockerfile': 'FROM alpine:3.20\nRUN echo NOSY\n', 'a/notes.txt': 'old\n' });
    expect((await cli(cwd, ['lint'])).stdout).toContain('    a/notes.txt:1:1: This is the old word.\n');
  });

  it('does not let a text steer the terminal', async () => {
    const cwd = folder({ Dockerfile: 'FROM alpine:3.20\nRUN echo \u001b[2J\u202e LOUD\n' });
    const { stdout } = await cli(cwd, ['lint'], { terminal: true, noColor: true });
    expect(stdout).toContain('RUN echo ␛[2J\uFFFD LOUD');
  });
});

describe('a finding with a severity of its own', () => {
  const cwd = (): string => folder({ Dockerfile: 'FROM alpine:3.20\nENV A=1 \\\nCMD ["b"]\n' });
  const only = ['lint', '--profile', 'recommended', '--fail-on', 'error'];
  const rules = allRules.filter(({ id }) => id === 'swallowed-instruction');

  it('is shown with it, and counts as it says', async () => {
    const { code, stdout } = await cli(cwd(), only, { rules });
    expect(stdout).toMatch(/3:1 error .* swallowed-instruction/);
    expect(stdout).toContain('1 finding (1 error)');
    expect(code).toBe(1);
    const json = JSON.parse((await cli(cwd(), [...only, '--format', 'json'], { rules })).stdout) as {
      files: { findings: { severity: string }[] }[];
    };
    expect(json.files[0]?.findings.map(({ severity }) => severity)).toEqual(['error']);
  });

  it('but as a configuration says, if it does', async () => {
    const { code, stdout } = await cli(cwd(), [...only, '--rule', 'swallowed-instruction=warning'], { rules });
    expect(stdout).toMatch(/3:1 warning .* swallowed-instruction/);
    expect(code).toBe(0);
  });
});

describe('a message that quotes a very long word', () => {
  it('is cut for people and whole for programs', async () => {
    const cwd = folder({ Dockerfile: `FROM alpine:3.20\n${'X'.repeat(100_000)} y\n` });
    const rules = allRules;
    expect((await cli(cwd, ['lint'], { rules })).stdout.length).toBeLessThan(5000);
    const { stdout } = await cli(cwd, ['lint', '--format', 'json'], { rules });
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
  });
});

describe('--stdin', () => {
  it('lints the text under the name', async () => {
    const { code, stdout } = await cli(folder(), ['lint', '--stdin', '--filename', 'app/Dockerfile'], {
      stdin: warned,
    });
    expect(code).toBe(1);
    expect(stdout).toContain('app/Dockerfile\n  2:10 warning');
  });

  it('knows nothing of files around it', async () => {
    const cwd = folder({ 'notes.txt': 'old\n' });
    const stdin = 'FROM alpine:3.20\nRUN echo NOSY LONELY\n';
    expect((await cli(cwd, ['lint', '--stdin', '--filename', 'Dockerfile'], { stdin })).code).toBe(0);
  });

  it('takes the configuration of the place that the name stands for', async () => {
    const cwd = folder({ 'app/.docker-patterns.yaml': 'rules:\n  loud-word: off\n' });
    const call = (name: string) => cli(cwd, ['lint', '--stdin', '--filename', name], { stdin: warned });
    expect((await call('app/Dockerfile')).code).toBe(0);
    expect((await call('Dockerfile')).code).toBe(1);
  });

  it('prints the fixed text with --fix and the report on standard error', async () => {
    const stdin = '\uFEFFFROM alpine:3.20\r\nRUN echo LOUD RISKY\r\n';
    const { code, stdout, stderr } = await cli(folder(), ['lint', '--stdin', '--filename', 'Dockerfile', '--fix'], {
      stdin,
    });
    expect(stdout).toBe('\uFEFFFROM alpine:3.20\r\nRUN echo quiet RISKY\r\n');
    expect(stderr).toContain('risky-word');
    expect(code).toBe(1);
  });

  it('prints a text that needs no fix, or is a template, as it was', async () => {
    for (const stdin of [clean, 'FROM {{ base }}\nRUN echo LOUD\n', '']) {
      const { code, stdout } = await cli(folder(), ['lint', '--stdin', '--filename', 'Dockerfile', '--fix'], { stdin });
      expect([code, stdout]).toEqual([0, stdin]);
    }
  });

  it('prints nothing in place of a text that is not valid UTF-8', async () => {
    const stdin = Buffer.from([...Buffer.from(warned), 0xff]);
    const call = await cli(folder(), ['lint', '--stdin', '--filename', 'Dockerfile', '--fix'], { stdin });
    expect(call.code).toBe(2);
    expect(call.stdout).toBe('');
    expect(call.stderr).toContain('Dockerfile is not valid UTF-8; it was checked but not changed.');
  });
});

describe('configuration', () => {
  it('flags win over the nearest file, which wins over hadolint and the profile', async () => {
    const cwd = folder({
      '.docker-patterns.yaml': 'rules:\n  loud-word: error\n',
      'a/Dockerfile': warned,
      'b/.hadolint.yaml': 'ignored: [DL9001]\n',
      'b/Dockerfile': warned,
      'c/.docker-patterns.yaml': 'profile: all\n',
      'c/Dockerfile': `${warned}RUN echo OPTIONAL\n`,
    });
    const severities = async (...options: string[]) =>
      [...(await cli(cwd, ['lint', ...options])).stdout.matchAll(/^ {2}\d+:\d+ (\w+)/gm)].map(
        ([, severity]) => severity,
      );
    expect(await severities()).toEqual(['error', 'error', 'warning', 'warning']);
    expect(await severities('--rule', 'loud-word=info')).toEqual(['info', 'info', 'info', 'warning']);
    expect(await severities('--profile', 'recommended')).toEqual(['error', 'error', 'warning']);
    expect(await severities('--config', 'c/.docker-patterns.yaml')).toEqual([
      'warning',
      'warning',
      'warning',
      'warning',
    ]);
    expect(await severities('--config', 'b/.hadolint.yaml')).toEqual([]);
  });

  it('takes hadolint where there is no file of ours', async () => {
    const cwd = folder({ '.hadolint.yaml': 'ignored: [DL9001]\n', Dockerfile: warned });
    expect((await cli(cwd, ['lint'])).code).toBe(0);
  });

  it('follows extends, tells of a circle at its line, and keeps what is right', async () => {
    const cwd = folder({
      '.docker-patterns.yaml': 'extends: base.yaml\nrules:\n  loud-word: error\n  no-such-rule: off\n',
      'base.yaml': 'extends: .docker-patterns.yaml\nrules:\n  risky-word: off\n',
      Dockerfile: 'FROM alpine:3.20\nRUN echo LOUD RISKY\n',
    });
    const { stdout, stderr, code } = await cli(cwd, ['lint']);
    expect(stdout).toContain('2:10 error LOUD');
    expect(stdout).not.toContain('RISKY stands');
    expect(stderr).toMatch(/^\.docker-patterns\.yaml:4:3: .*no-such-rule.*\nbase\.yaml:1:10: .*\n$/);
    expect(code).toBe(1);
  });

  it('exclude leaves files out, with a word for one that was named', async () => {
    const cwd = folder({ '.docker-patterns.yaml': 'exclude: ["old/**"]\n', 'old/Dockerfile': warned });
    expect(await cli(cwd, ['lint'])).toMatchObject({ code: 0, stderr: '' });
    const named = await cli(cwd, ['lint', 'old/Dockerfile']);
    expect(named).toMatchObject({ code: 0, stderr: 'old/Dockerfile is left out by "exclude" in its configuration.\n' });
  });

  it('--config takes patterns from the working directory', async () => {
    const cwd = folder({ 'ci/lint.yaml': 'exclude: ["old/**"]\n', 'old/Dockerfile': warned });
    expect((await cli(cwd, ['lint', '--config', 'ci/lint.yaml'])).code).toBe(0);
  });

  it('a file of --config that cannot be read ends with 2', async () => {
    const cwd = folder({ Dockerfile: clean });
    const { code, stderr } = await cli(cwd, ['lint', '--config', 'none.yaml']);
    expect(code).toBe(2);
    expect(stderr).toContain('The configuration none.yaml cannot be read: there is no such file or folder.');
  });

  it('is looked for only up to the root of the repository', async () => {
    const cwd = folder({
      '.docker-patterns.yaml': 'rules:\n  loud-word: off\n',
      'repo/.git/HEAD': 'ref: refs/heads/main\n',
      'repo/app/Dockerfile': warned,
    });
    expect((await cli(cwd, ['lint', 'repo'])).code).toBe(1);
  });
});
