import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands, helpFor } from '../../server/src/cli/help.js';
import { cli, folder } from './harness.js';

const text = 'FROM alpine:3.20\nRUN echo LOUD\n';

describe('wrong usage ends with 2 and says what was meant', () => {
  it.each([
    [['lnt'], 'There is no command "lnt"; did you mean lint?'],
    [['Dockerfile'], 'There is no command "Dockerfile"; to check a file: docker-patterns lint Dockerfile'],
    [['--fix'], 'as in: docker-patterns lint --fix'],
    [['help', 'linting'], 'There is no command "linting"'],
    [['lint', '--fixx'], 'lint has no option --fixx; did you mean --fix?'],
    [['lint', '-x'], 'lint has no option -x.'],
    [['lint', '--constructor'], 'lint has no option --constructor.'],
    [['lint', '--format'], '--format needs a value: one of text, json, sarif, github.'],
    [['lint', '--format', '--fix'], '--format needs a value'],
    [['lint', '--format', 'xml'], '--format cannot be "xml": one of text, json, sarif, github.'],
    [['lint', '--fix=yes'], '--fix takes no value.'],
    [['lint', '--fail-on', 'low'], '--fail-on cannot be "low"'],
    [['lint', '--profile', 'strict'], '--profile cannot be "strict"'],
    [['lint', '--rule', 'loud-word'], '--rule wants id=severity, not "loud-word".'],
    [['lint', '--rule', 'loud-wrd=off'], 'There is no rule "loud-wrd"; did you mean loud-word?'],
    [['lint', '--rule', 'DL9001=off'], 'There is no rule "DL9001"; did you mean loud-word?'],
    [['lint', '--rule', 'xyzzy=off'], 'There is no rule "xyzzy"; "docker-patterns rules" lists them.'],
    [
      ['lint', '--rule', 'loud-word=fatal'],
      'There is no severity "fatal"; it is one of off, hint, info, warning, error.',
    ],
    [['lint', '--stdin'], '--stdin needs --filename'],
    [['lint', '--filename', 'x'], '--filename names the text of --stdin'],
    [['lint', '--stdin', '--filename', 'Dockerfile', 'x'], '--stdin lints one text'],
    [['lint', '--stdin', '--filename', 'x.md'], '"x.md" names no Dockerfile'],
    [['lint', '--stdin', '--filename', 'Dockerfile', '--fix', '--format', 'json'], 'prints the fixed text'],
    [['lint', '--diff', '--format', 'json'], '--diff prints a diff'],
    [['lint', ''], 'An empty path names no file.'],
    [['lint', '--date', '2026-02-30'], '--date wants a day as YYYY-MM-DD'],
    [['explain'], 'explain wants the id of one rule.'],
    [['explain', 'a', 'b'], 'explain wants the id of one rule.'],
    [['explain', 'loud-wrd'], 'did you mean loud-word?'],
    [['rules', 'loud-word'], 'docker-patterns explain loud-word'],
    [['rules', '--format', 'sarif'], 'one of text, json'],
    [['config'], 'config wants the path of one file.'],
    [['config', '.'], '. is a folder'],
    [['config', 'notes.txt'], 'notes.txt is no Dockerfile'],
    [['lsp'], 'lsp wants --stdio'],
    [['lsp', '--socket', '1'], 'lsp has no option --socket'],
  ])('%j', async (argv, message) => {
    const { code, stdout, stderr } = await cli(folder({ Dockerfile: text }), argv);
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/\nSee "docker-patterns (\w+ )?--help"\.\n$/);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('no command shows the help', async () => {
    expect(await cli(folder(), [])).toEqual({ code: 2, stdout: '', stderr: helpFor() });
  });
});

describe('help and version', () => {
  it('--version', async () => {
    expect(await cli(folder(), ['--version'])).toEqual({ code: 0, stdout: '1.2.3\n', stderr: '' });
  });

  it.each(commands)('%s --help names every option and fits a terminal', async (command) => {
    const { code, stdout } = await cli(folder(), [command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toBe(helpFor(command));
    expect(stdout.split('\n').filter((line) => line.length > 120)).toEqual([]);
    expect((await cli(folder(), ['help', command])).stdout).toBe(stdout);
  });

  it('every option in the help of lint exists, and is in the documentation', async () => {
    const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'cli.md'), 'utf8');
    for (const [option] of helpFor('lint').matchAll(/--[a-z-]+/g)) {
      const { stderr } = await cli(folder(), ['lint', option, '--help']);
      expect(stderr).not.toContain('has no option');
      expect(page).toContain(option);
    }
  });
});

describe('rules', () => {
  it('lists each with its severity, in brackets where it is off by default', async () => {
    const { code, stdout } = await cli(folder(), ['rules']);
    expect(code).toBe(0);
    expect(stdout).toContain('loud-word      warning    Avoid LOUD\n');
    expect(stdout).toContain('optional-word  (warning)  Avoid OPTIONAL\n');
  });
});

describe('explain', () => {
  it('tells of a rule by its id or an old one', async () => {
    const { code, stdout } = await cli(folder(), ['explain', 'noisy-word']);
    expect(code).toBe(0);
    expect(stdout).toContain('loud-word\nAvoid LOUD\n');
    expect(stdout).toContain('Severity:   warning\n');
    expect(stdout).toContain('Fixes:      keeps the meaning (--fix)\n');
    expect(stdout).toContain('Elsewhere:  hadolint DL9001\n');
    expect(stdout).toContain('Read more:  https://docs.docker.com/test/loud-word\n');
  });

  it('tells of each rule that another tool has under a name', async () => {
    const { code, stdout, stderr } = await cli(folder(), ['explain', 'dl9001']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.startsWith('loud-word\nAvoid LOUD\n')).toBe(true);
  });
});

describe('config', () => {
  it('shows each value and where it comes from', async () => {
    const cwd = folder({
      '.docker-patterns.yaml':
        'rules:\n  loud-word: error\noverrides:\n  - files: ["a/**"]\n    rules:\n      risky-word: off\n',
      'a/Dockerfile': text,
    });
    const argv = ['config', '--rule', 'vague-word=error', '--profile', 'all', 'a/Dockerfile'];
    const { code, stdout, stderr } = await cli(cwd, argv);
    expect([code, stderr]).toEqual([0, '']);
    const rows = stdout.split('\n').map((row) => row.split(/ {2,}/));
    expect(rows).toContainEqual(['profile', 'all', 'the command line']);
    expect(rows).toContainEqual(['loud-word', 'error', '.docker-patterns.yaml:2']);
    expect(rows).toContainEqual(['risky-word', 'off', '.docker-patterns.yaml:6']);
    expect(rows).toContainEqual(['vague-word', 'error', 'the command line']);
    expect(rows).toContainEqual(['optional-word', 'warning', 'the profile']);
  });

  it('answers for a file that does not exist, tells of exclude, and of mistakes', async () => {
    const cwd = folder({ '.docker-patterns.yaml': 'exclude: ["old/**"]\nprofil: all\n' });
    const { code, stdout, stderr } = await cli(cwd, ['config', 'old/Dockerfile']);
    expect(code).toBe(0);
    expect(stdout).toContain('left out by "exclude"');
    expect(stderr).toContain('.docker-patterns.yaml:2:1: ');
  });
});
