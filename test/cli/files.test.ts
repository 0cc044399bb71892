import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFiles } from '../../server/src/cli/find.js';
import { rules } from '../../server/src/rules/index.js';
import { cli, folder } from './harness.js';

const text = 'FROM alpine:3.20\nRUN echo LOUD\n';
const windows = process.platform === 'win32';

/** Paths of the files of a run, in their order. */
async function linted(cwd: string, ...argv: string[]): Promise<readonly string[]> {
  const { stdout } = await cli(cwd, ['lint', '--format', 'json', ...argv]);
  return (JSON.parse(stdout) as { files: { path: string }[] }).files.map(({ path }) => path);
}

describe('finding files', () => {
  it('takes what is ours by name, sorted folder by folder, without .git and node_modules', async () => {
    const cwd = folder({
      'z/Dockerfile': text,
      'a-b/Dockerfile': text,
      'a/Dockerfile.dev': text,
      'a/web.dockerfile': text,
      'a/Dockerfile.md': '# Not one\n',
      'a/Dockerfile.j2': text,
      'a/sub/Containerfile': text,
      'a/.dockerignore': 'x\n',
      'a/Dockerfile.dockerignore': 'x\n',
      'compose.yaml': 'services: {}\n',
      'compose.override.yml': 'services: {}\n',
      'other.yaml': 'a: 1\n',
      'README.md': '# x\n',
      'node_modules/x/Dockerfile': text,
      '.git/Dockerfile': text,
      '.devcontainer/Dockerfile': text,
    });
    expect(await linted(cwd)).toEqual([
      '.devcontainer/Dockerfile',
      'a/.dockerignore',
      'a/Dockerfile.dev',
      'a/Dockerfile.dockerignore',
      'a/sub/Containerfile',
      'a/web.dockerfile',
      'a-b/Dockerfile',
      'compose.override.yml',
      'compose.yaml',
      'z/Dockerfile',
    ]);
  });

  it('honours .gitignore, nested ones, and what they take back', async () => {
    const cwd = folder({
      '.git/HEAD': '',
      '.gitignore': 'build/\n*.dockerfile\n!keep.dockerfile\n/Dockerfile.local\n',
      'Dockerfile.local': text,
      'app/Dockerfile.local': text,
      'app/build/Dockerfile': text,
      'app/x.dockerfile': text,
      'app/keep.dockerfile': text,
      'app/.gitignore': 'Dockerfile.tmp\n!x.dockerfile\n',
      'app/Dockerfile.tmp': text,
      'Dockerfile.tmp': text,
      'again/.gitignore': '!build/\n',
      'again/build/Dockerfile': text,
    });
    expect(await linted(cwd)).toEqual(
      [
        'again/build/Dockerfile',
        'app/Dockerfile.local',
        'app/keep.dockerfile',
        'app/x.dockerfile',
        'Dockerfile.tmp',
      ].sort((a, b) => (a.replaceAll('/', '\0') < b.replaceAll('/', '\0') ? -1 : 1)),
    );
  });

  it('agrees with git about what is ignored', async () => {
    const cwd = folder({
      '.gitignore': '*\n!*/\n!/a/**\na/b/\n# c\n\\#d\ne/f\n**/g\nh/**/i\n\\!j\nk?\n[lm]\ntrailing \\ \n',
      ...Object.fromEntries(
        [
          'a',
          'a/b',
          'a/c',
          'a/e/f',
          'a/x/e/f',
          'a/#d',
          'a/g',
          'a/q/g/r',
          'a/h/i',
          'a/h/s/t/i',
          'a/!j',
          'a/kk',
          'a/l',
          'a/M',
          'n',
        ].map((name) => [`${name}/Dockerfile`, text]),
      ),
    });
    execFileSync('git', ['init', '-q'], { cwd });
    const listed = execFileSync(
      'git',
      ['ls-files', '-z', '--others', '--exclude-per-directory=.gitignore', '*Dockerfile'],
      {
        cwd,
        encoding: 'utf8',
      },
    );
    const expected = listed.split('\0').filter((name) => name !== '');
    expect(expected.length).toBeGreaterThan(3);
    expect([...(await linted(cwd))].sort()).toEqual(expected.sort());
  });

  it('honours the .gitignore files above a folder that is named, up to the root of the repository', async () => {
    const cwd = folder({
      '.gitignore': 'Dockerfile\n',
      'repo/.git/HEAD': '',
      'repo/.gitignore': 'skip\n',
      'repo/app/Dockerfile': text,
      'repo/app/skip/Dockerfile': text,
    });
    expect(await linted(cwd, 'repo/app')).toEqual(['repo/app/Dockerfile']);
    expect(await linted(cwd, 'repo/app/skip')).toEqual(['repo/app/skip/Dockerfile']);
  });

  it('takes a file that is named although it is ignored, once', async () => {
    const cwd = folder({ '.gitignore': 'Dockerfile\n', Dockerfile: text });
    expect(await linted(cwd)).toEqual([]);
    expect(await linted(cwd, '.', 'Dockerfile', './Dockerfile')).toEqual(['Dockerfile']);
  });

  it('knows a named file by its content, and says so when it is none of ours', async () => {
    const cwd = folder({ image: text, 'notes.txt': 'hello\n', Dockerfile: 'FROM {{ base }}\n' });
    expect(await linted(cwd, 'image')).toEqual(['image']);
    const { code, stderr } = await cli(cwd, ['lint', 'notes.txt', 'Dockerfile']);
    expect(stderr).toBe(
      'Dockerfile is a template; it was not linted.\nnotes.txt is no Dockerfile, Compose file or .dockerignore.\n',
    );
    expect(code).toBe(0);
  });

  it('takes wildcards that the shell left alone', async () => {
    const cwd = folder({ 'a/Dockerfile': text, 'b/Dockerfile': text, 'node_modules/c/Dockerfile': text });
    expect(await linted(cwd, '*/Dockerfile')).toEqual(['a/Dockerfile', 'b/Dockerfile']);
    expect(await linted(cwd, '**/Dockerfile')).toEqual(['a/Dockerfile', 'b/Dockerfile']);
    const { code, stderr } = await cli(cwd, ['lint', 'x/*']);
    expect([code, stderr]).toEqual([2, 'x/* matches no file.\n']);
  });

  it('takes a name with wildcard characters as it stands when there is such a file', async () => {
    const cwd = folder({ 'a[1]/Dockerfile': text, 'a1/Dockerfile': text });
    expect(await linted(cwd, 'a[1]/Dockerfile')).toEqual(['a[1]/Dockerfile']);
  });

  it('shows a path outside the working directory from there', async () => {
    const cwd = folder({ 'one/x': '', 'two/Dockerfile': text });
    expect(await linted(join(cwd, 'one'), '../two')).toEqual(['../two/Dockerfile']);
  });

  it('says when there is nothing to lint', async () => {
    const cwd = folder({ 'empty/x': '' });
    const { code, stderr } = await cli(cwd, ['lint', 'empty']);
    expect([code, stderr]).toEqual([0, 'empty holds no Dockerfile, Compose file or .dockerignore.\n']);
  });

  it('lints what is there when something else is missing, and ends with 2', async () => {
    const cwd = folder({ Dockerfile: text });
    const { code, stdout, stderr } = await cli(cwd, ['lint', 'Dockerfile', 'none/Dockerfile']);
    expect(stdout).toContain('loud-word');
    expect(stderr).toBe('none/Dockerfile cannot be read: there is no such file or folder.\n');
    expect(code).toBe(2);
  });
});

describe.runIf(!windows)('files that are not files', () => {
  it('a folder named Dockerfile is searched', async () => {
    const cwd = folder({ 'Dockerfile/Dockerfile': text });
    expect(await linted(cwd)).toEqual(['Dockerfile/Dockerfile']);
    expect(await linted(cwd, 'Dockerfile')).toEqual(['Dockerfile/Dockerfile']);
  });

  it('a pipe named Dockerfile is told and not read', async () => {
    const cwd = folder({ 'a/Dockerfile': text });
    execFileSync('mkfifo', [join(cwd, 'Dockerfile')]);
    const found = await cli(cwd, ['lint']);
    expect(found.stderr).toBe('Dockerfile is a pipe; it was not read.\n');
    expect([found.code, found.stdout.includes('a/Dockerfile')]).toEqual([1, true]);
    const named = await cli(cwd, ['lint', 'Dockerfile']);
    expect(named).toMatchObject({
      code: 2,
      stderr: 'Dockerfile is a pipe, which cannot be linted; use --stdin for its text.\n',
    });
  });

  it('a socket named Dockerfile is told and not read', async () => {
    const cwd = folder();
    const server = createServer();
    await new Promise<void>((done) => server.listen(join(cwd, 'Dockerfile'), done));
    const { code, stderr } = await cli(cwd, ['lint']);
    await new Promise((done) => server.close(done));
    expect([code, stderr]).toEqual([0, 'Dockerfile is a socket; it was not read.\n']);
  });

  it('links that lead in a circle are told, linked folders are not followed', async () => {
    const cwd = folder({ 'a/Dockerfile': text });
    symlinkSync('Dockerfile', join(cwd, 'Dockerfile'));
    symlinkSync('..', join(cwd, 'a', 'up'));
    const { code, stdout, stderr } = await cli(cwd, ['lint']);
    expect(stderr).toBe('Dockerfile cannot be read: its symbolic links lead in a circle.\n');
    expect(stdout).toContain('a/Dockerfile');
    expect(code).toBe(2);
  });

  it('a linked file is linted once, under its own name where that is found too', async () => {
    const cwd = folder({ 'b/Dockerfile': text, 'real.txt': text });
    symlinkSync('b/Dockerfile', join(cwd, 'Dockerfile'));
    symlinkSync('real.txt', join(cwd, 'Dockerfile.x'));
    symlinkSync('real.txt', join(cwd, 'Dockerfile.y'));
    expect(await linted(cwd)).toEqual(['Dockerfile.x', 'b/Dockerfile']);
  });
});

describe('texts that are hard to read', () => {
  it.each([
    ['empty', ''],
    ['one byte', 'F'],
    ['NUL bytes', 'FROM alpine:3.20\0\nRUN echo LOUD\0\n'],
    ['a lone CR', 'FROM alpine:3.20\rRUN echo LOUD\r'],
    ['only a byte order mark', '\uFEFF'],
  ])('%s', async (_name, content) => {
    const { code, stdout } = await cli(folder({ Dockerfile: content }), ['lint', '--format', 'json']);
    expect([0, 1]).toContain(code);
    expect((JSON.parse(stdout) as { files: unknown[] }).files).toHaveLength(1);
  });

  it('a Latin-1 comment, which Docker accepts, does not keep the rest from being checked', async () => {
    const cwd = folder({ Dockerfile: Buffer.from([...Buffer.from(text), ...Buffer.from('# caf'), 0xe9, 0x0a]) });
    const { code, stdout, stderr } = await cli(cwd, ['lint']);
    expect(stdout).toContain('loud-word');
    expect(stderr).toBe('Dockerfile is not valid UTF-8; it was checked with \uFFFD for what could not be read.\n');
    expect(code).toBe(1);
  });

  it('UTF-16 is named', async () => {
    const cwd = folder({ Dockerfile: Buffer.from(`\uFEFF${text}`, 'utf16le') });
    const { code, stdout, stderr } = await cli(cwd, ['lint', '--profile', 'all'], { rules });
    expect(stderr).toBe('Dockerfile is UTF-16 text, which Docker cannot read; save it as UTF-8.\n');
    expect([code, stdout]).toEqual([2, 'No findings in 0 files.\n']);
  });

  it('a byte order mark does not move columns', async () => {
    const cwd = folder({ Dockerfile: '\uFEFFFROM LOUD\n' });
    expect((await cli(cwd, ['lint'])).stdout).toContain('1:6 warning');
  });

  it('10 MB of text and a line of 1 MB give a short report', async () => {
    const cwd = folder({
      'a/Dockerfile': `FROM alpine:3.20\n${'RUN echo something that takes its place here\n'.repeat(230_000)}`,
      'b/Dockerfile': `FROM alpine:3.20\nRUN echo ${'x'.repeat(500_000)} LOUD ${'y'.repeat(500_000)}\n`,
    });
    for (const name of ['a', 'b']) {
      const { stdout } = await cli(cwd, ['lint', name]);
      expect(stdout.length).toBeLessThan(100_000);
    }
  });

  it('a thousand files are linted in one run', async () => {
    const cwd = folder(
      Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`service-${index}/Dockerfile`, text.repeat(10)])),
    );
    const { stdout } = await cli(cwd, ['lint']);
    expect(stdout).toContain('in 1000 of 1000 files');
  });

  it('findFiles answers the same for the same folder', async () => {
    const cwd = folder({ 'b/Dockerfile': text, 'a/Dockerfile': text });
    expect(await findFiles(['.'], cwd)).toEqual(await findFiles(['b', 'a', '.'], cwd));
  });
});
