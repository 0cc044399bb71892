import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { ShellCheckRunner } from '../../server/src/node/shellcheck.js';
import { cli, folder } from '../cli/harness.js';
import { rules } from '../../server/src/rules/index.js';
import { fakeProgram, reportOn } from './fake.js';

const query = { dialect: 'sh', text: 'echo 🐳 MARK\n' } as const;

describe('the runner', () => {
  it('hands over the text, the dialect and nothing of the surroundings', async () => {
    const program = fakeProgram();
    vi.stubEnv('SHELLCHECK_OPTS', '-x');
    const outcome = await new ShellCheckRunner().check(program.path, query);
    vi.unstubAllEnvs();
    expect(outcome).toMatchObject({ remarks: [{ code: 'SC2010', column: 8, endColumn: 12 }] });
    const [call] = program.calls();
    expect(call?.input).toBe(query.text);
    expect(call?.args).toEqual(
      expect.arrayContaining(['--norc', '--format=json1', '--shell=sh', '--severity=style', '-']),
    );
    expect(call?.args.find((arg) => arg.startsWith('--exclude='))).toMatch(/SC1090,SC1091,.*SC2187/);
  });

  it('finds a name on the PATH, but nothing in the working directory', async () => {
    const program = fakeProgram();
    vi.stubEnv('PATH', `.:${join(program.path, '..')}:${process.env['PATH'] ?? ''}`);
    const runner = new ShellCheckRunner();
    expect(await runner.check('shellcheck', query)).toMatchObject({ remarks: [{}] });
    vi.unstubAllEnvs();
    expect(await runner.check('./shellcheck', query)).toMatchObject({ lasting: true });
    expect(await runner.check('no-such-program', query)).toEqual({ failure: 'is in no folder of PATH', lasting: true });
    expect(await runner.check('/no/such/program', query)).toEqual({ failure: 'is no program', lasting: true });
  });

  it('goes through no shell', async () => {
    const place = folder();
    expect(await new ShellCheckRunner().check(`true; touch ${place}/x`, query)).toMatchObject({ lasting: true });
    const text = join(place, 'text');
    writeFileSync(text, 'no program');
    chmodSync(text, 0o755);
    expect(await new ShellCheckRunner().check(text, query)).toHaveProperty('failure');
  });

  it('ends what does not end, and tells what fails', async () => {
    // Nothing but its being ended brings an answer.
    const hanging = await new ShellCheckRunner(400).check(fakeProgram('hangs').path, query);
    expect(hanging).toEqual({ failure: 'did not answer within 0.4 seconds', lasting: false });
    const failing = await new ShellCheckRunner().check(fakeProgram('fails').path, query);
    expect(failing).toEqual({ failure: 'failed: Unknown shell', lasting: false });
    const other = await new ShellCheckRunner().check(fakeProgram('garbage').path, query);
    expect(other).toMatchObject({ failure: expect.stringContaining('no report') as unknown });
  });

  it('survives a program that does not read', async () => {
    const text = 'x'.repeat(1_000_000);
    expect(await new ShellCheckRunner().check('true', { dialect: 'sh', text })).toHaveProperty('failure');
  });
});

describe('docker-patterns lint --shellcheck', () => {
  const text = 'FROM debian:13-slim\nRUN MARK \\\n  && MARK\nUSER 1000\nCMD ["a"]\n';
  const call = (cwd: string, ...argv: readonly string[]): ReturnType<typeof cli> =>
    cli(cwd, ['lint', ...argv], { rules });

  it('adds findings, and asks about each text once', async () => {
    const program = fakeProgram();
    const cwd = folder({ 'a/Dockerfile': text, 'b/Dockerfile': text });
    const { code, stdout, stderr } = await call(cwd, '--format', 'json', '--shellcheck', program.path);
    expect(stderr).toBe('');
    expect(code).toBe(1);
    const report = JSON.parse(stdout) as { files: { findings: { rule: string; range: object }[] }[] };
    expect(report.files.map(({ findings }) => findings.map(({ rule }) => rule))).toEqual([
      ['shell-script-problem', 'shell-script-problem'],
      ['shell-script-problem', 'shell-script-problem'],
    ]);
    expect(report.files[0]?.findings[1]?.range).toEqual({
      start: { line: 2, character: 5 },
      end: { line: 2, character: 9 },
    });
    expect(program.calls().length).toBe(1);
  });

  it('takes a path from the working directory, the text of standard input and fixes', async () => {
    const program = fakeProgram();
    const cwd = join(program.path, '..');
    const argv = ['lint', '--stdin', '--filename', 'Dockerfile', '--unsafe-fixes', '--shellcheck', './shellcheck'];
    const { stdout } = await cli(cwd, argv, { rules, stdin: text });
    expect(stdout).toBe(text.replaceAll('MARK', 'DONE'));
    expect(program.calls().length).toBe(2);
  });

  it('runs nothing without the option, whatever a configuration says', async () => {
    const program = fakeProgram();
    const yaml = `shellcheck: ${program.path}\nrules:\n  shell-script-problem: error\n`;
    const cwd = folder({ Dockerfile: text, '.docker-patterns.yaml': yaml });
    const { stderr } = await call(cwd);
    expect(stderr).toContain('shellcheck');
    expect(program.calls()).toEqual([]);
    expect((await call(cwd, '--rule', 'shell-script-problem=off', '--shellcheck', program.path)).code).toBe(0);
    expect(program.calls()).toEqual([]);
  });

  it.each([
    ['missing', () => '/no/such/program', 'is no program'],
    ['failing', () => fakeProgram('fails').path, 'failed: Unknown shell'],
    ['no ShellCheck', () => fakeProgram('garbage').path, 'gives no report'],
  ])('says one line of a program that is %s, and goes on', async (_, program, line) => {
    const cwd = folder({ Dockerfile: `${text}RUN other\nUSER root\n` });
    const { code, stdout, stderr } = await call(cwd, '--shellcheck', program());
    expect(code).toBe(2);
    expect(stdout).toContain('root-user');
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(line)]);
  });

  it('is told what it should get', async () => {
    const { code, stderr } = await call(folder(), '--shellcheck', '');
    expect(code).toBe(2);
    expect(stderr).toContain('--shellcheck');
    expect(reportOn('')).toBe('{"comments":[]}');
  });
});
