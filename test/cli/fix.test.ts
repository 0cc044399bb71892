import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFile, replaceFile } from '../../server/src/cli/write.js';
import { cli, folder } from './harness.js';
import { testRules } from './testRules.js';

const text = 'FROM alpine:3.20\nRUN echo LOUD RISKY VAGUE\n';
const read = (...parts: string[]): string => readFileSync(join(...parts), 'utf8');

describe('--fix', () => {
  it('applies safe fixes only, reports what is left, and leaves no other file behind', async () => {
    const cwd = folder({ Dockerfile: text });
    const { code, stdout } = await cli(cwd, ['lint', '--fix']);
    expect(read(cwd, 'Dockerfile')).toBe('FROM alpine:3.20\nRUN echo quiet RISKY VAGUE\n');
    expect(stdout).toContain('Dockerfile\n  fixed Replace LOUD loud-word\n  2:16 error RISKY');
    expect(stdout).toContain('1 fix applied. 2 findings');
    expect(code).toBe(1);
    expect(readdirSync(cwd)).toEqual(['Dockerfile']);
  });

  it('--unsafe-fixes applies both, never suggestions', async () => {
    const cwd = folder({ Dockerfile: text });
    const { code } = await cli(cwd, ['lint', '--unsafe-fixes']);
    expect(read(cwd, 'Dockerfile')).toBe('FROM alpine:3.20\nRUN echo quiet bold VAGUE\n');
    expect(code).toBe(0);
  });

  it('leaves rules that are off alone', async () => {
    const cwd = folder({ Dockerfile: text });
    await cli(cwd, ['lint', '--unsafe-fixes', '--rule', 'loud-word=off']);
    expect(read(cwd, 'Dockerfile')).toBe('FROM alpine:3.20\nRUN echo LOUD bold VAGUE\n');
  });

  it('keeps line endings, the byte order mark and the mode', async () => {
    const cwd = folder({ Dockerfile: '\uFEFFFROM alpine:3.20\r\nRUN echo LOUD\r\n' });
    const path = join(cwd, 'Dockerfile');
    chmodSync(path, 0o754);
    await cli(cwd, ['lint', '--fix']);
    expect(read(path)).toBe('\uFEFFFROM alpine:3.20\r\nRUN echo quiet\r\n');
    expect(statSync(path).mode & 0o7777).toBe(0o754);
  });

  it('does not touch a file that has nothing to fix', async () => {
    const cwd = folder({ Dockerfile: 'FROM alpine:3.20\nRUN echo RISKY\n' });
    const before = statSync(join(cwd, 'Dockerfile'));
    await cli(cwd, ['lint', '--fix']);
    const after = statSync(join(cwd, 'Dockerfile'));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  });

  it('leaves a file that is not valid UTF-8 alone, with a message', async () => {
    const bytes = Buffer.from([...Buffer.from(text), 0x23, 0xff, 0x0a]);
    const cwd = folder({ Dockerfile: bytes });
    const { code, stdout, stderr } = await cli(cwd, ['lint', '--fix']);
    expect(Buffer.compare(readFileSync(join(cwd, 'Dockerfile')), bytes)).toBe(0);
    expect(stderr).toBe('Dockerfile is not valid UTF-8; it was checked but not changed.\n');
    expect(stdout).toContain('loud-word');
    expect(code).toBe(2);
  });

  it('leaves a write-protected file alone', async () => {
    const cwd = folder({ Dockerfile: text });
    chmodSync(join(cwd, 'Dockerfile'), 0o444);
    const { code, stderr } = await cli(cwd, ['lint', '--fix']);
    expect(read(cwd, 'Dockerfile')).toBe(text);
    expect(stderr).toBe('Dockerfile was left alone: it is write-protected.\n');
    expect(code).toBe(2);
  });

  it('writes through a link inside the folder and keeps the link', async () => {
    const cwd = folder({ 'real/base.txt': text });
    symlinkSync('real/base.txt', join(cwd, 'Dockerfile'));
    await cli(cwd, ['lint', '--fix']);
    expect(read(cwd, 'real', 'base.txt')).toContain('quiet');
    expect(readdirSync(cwd).sort()).toEqual(['Dockerfile', 'real']);
    expect(read(cwd, 'Dockerfile')).toContain('quiet');
  });

  it('does not write through a link that leads out of the folder', async () => {
    const elsewhere = folder({ 'base.txt': text });
    const cwd = folder();
    symlinkSync(join(elsewhere, 'base.txt'), join(cwd, 'Dockerfile'));
    const { code, stderr } = await cli(cwd, ['lint', '--fix', 'Dockerfile']);
    expect(read(elsewhere, 'base.txt')).toBe(text);
    expect(stderr).toContain('Dockerfile was left alone: it is a link to another place.');
    expect(code).toBe(2);
  });

  it('fixes a file outside the working directory when it is named', async () => {
    const elsewhere = folder({ Dockerfile: text });
    await cli(folder(), ['lint', '--fix', join(elsewhere, 'Dockerfile')]);
    expect(read(elsewhere, 'Dockerfile')).toContain('quiet');
  });

  it('creates the file that a fix wants, once, and never over another', async () => {
    const cwd = folder({
      'a.dockerfile': 'FROM alpine:3.20\nRUN echo LONELY\n',
      'b.dockerfile': 'FROM alpine:3.20\nRUN echo LONELY\n',
    });
    const first = await cli(cwd, ['lint', '--fix']);
    expect(read(cwd, '.dockerignore')).toBe('node_modules\n');
    expect(first.code).toBe(0);
    writeFileSync(join(cwd, '.dockerignore'), 'mine\n');
    await cli(cwd, ['lint', '--fix']);
    expect(read(cwd, '.dockerignore')).toBe('mine\n');
  });

  it('writes no other file for a file that cannot be written itself', async () => {
    const cwd = folder({ Dockerfile: 'FROM alpine:3.20\nRUN echo EAGER\n' });
    chmodSync(join(cwd, 'Dockerfile'), 0o444);
    const { code } = await cli(cwd, ['lint', '--fix']);
    expect(readdirSync(cwd)).toEqual(['Dockerfile']);
    expect(code).toBe(2);
  });

  it('changes another file that a fix speaks of', async () => {
    const cwd = folder({ Dockerfile: 'FROM alpine:3.20\nRUN echo NOSY\n', 'notes.txt': '\uFEFFold\r\n' });
    expect((await cli(cwd, ['lint', '--fix'])).code).toBe(0);
    expect(read(cwd, 'notes.txt')).toBe('\uFEFFnew\r\n');
  });
});

describe('--fix of standard input', () => {
  it('writes no file: a text whose fix wants one comes back as it was', async () => {
    const cwd = folder();
    const always = testRules.filter(({ id }) => id === 'eager-word');
    const stdin = 'FROM alpine:3.20\nRUN echo EAGER\n';
    const argv = ['lint', '--fix', '--stdin', '--filename', 'Dockerfile'];
    const { code, stdout, stderr } = await cli(cwd, argv, { stdin, rules: always });
    expect(stdout).toBe(stdin);
    expect(stderr).toContain('.dockerignore would have to be written, too; fix the file itself.');
    expect(code).toBe(2);
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe('--diff', () => {
  it('prints a diff that git applies, writes nothing, and ends as lint does', async () => {
    const cwd = folder({
      Dockerfile: 'FROM alpine:3.20\r\nRUN echo LOUD\r\nRUN echo LONELY',
      'a b/Dockerfile': text,
    });
    const { code, stdout, stderr } = await cli(cwd, ['lint', '--diff']);
    expect(code).toBe(1);
    expect(stderr).toContain('5 findings');
    expect(read(cwd, 'Dockerfile')).toContain('LOUD');
    expect(existsSync(join(cwd, '.dockerignore'))).toBe(false);
    expect(stdout).toContain('-RUN echo LOUD RISKY VAGUE\n+RUN echo quiet RISKY VAGUE\n');

    writeFileSync(join(cwd, 'changes.patch'), stdout);
    execFileSync('git', ['apply', '--unsafe-paths', '-p1', 'changes.patch'], { cwd });
    expect(read(cwd, 'Dockerfile')).toBe('FROM alpine:3.20\r\nRUN echo quiet\r\nRUN echo LONELY');
    expect(read(cwd, 'a b', 'Dockerfile')).toContain('quiet RISKY');
    expect(read(cwd, '.dockerignore')).toBe('node_modules\n');
  });

  it('shows unsafe fixes with --unsafe-fixes', async () => {
    const cwd = folder({ Dockerfile: text });
    expect((await cli(cwd, ['lint', '--diff', '--unsafe-fixes'])).stdout).toContain('+RUN echo quiet bold VAGUE');
    expect(read(cwd, 'Dockerfile')).toBe(text);
  });

  it('prints nothing where nothing changes', async () => {
    const cwd = folder({ Dockerfile: 'FROM alpine:3.20\n' });
    expect(await cli(cwd, ['lint', '--diff', '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('shows the diff of a text on standard input', async () => {
    const { stdout } = await cli(folder(), ['lint', '--diff', '--stdin', '--filename', 'a/Dockerfile'], {
      stdin: text,
    });
    expect(stdout).toMatch(/^--- a\/a\/Dockerfile\n\+\+\+ b\/a\/Dockerfile\n@@ -1,2 \+1,2 @@\n/);
  });
});

describe('writing', () => {
  const bytes = (content: string): Buffer => Buffer.from(content);

  it('refuses when the file changed after it was read, and leaves nothing behind', () => {
    const cwd = folder({ Dockerfile: 'changed\n' });
    const path = join(cwd, 'Dockerfile');
    expect(replaceFile(path, bytes('read\n'), bytes('fixed\n'), cwd)).toBe(
      'was left alone: it changed after it was read',
    );
    expect(read(path)).toBe('changed\n');
    expect(readdirSync(cwd)).toEqual(['Dockerfile']);
  });

  it('refuses when the file is gone or became a folder', () => {
    const cwd = folder({ Dockerfile: 'read\n' });
    const path = join(cwd, 'Dockerfile');
    unlinkSync(path);
    expect(replaceFile(path, bytes('read\n'), bytes('fixed\n'), cwd)).toContain('there is no such file or folder');
    mkdirSync(path);
    expect(replaceFile(path, bytes('read\n'), bytes('fixed\n'), cwd)).toContain('not a regular file');
  });

  it('takes its place in one step, so that another name of the old file keeps the old text', () => {
    const cwd = folder({ Dockerfile: 'read\n' });
    linkSync(join(cwd, 'Dockerfile'), join(cwd, 'other'));
    expect(replaceFile(join(cwd, 'Dockerfile'), bytes('read\n'), bytes('fixed\n'), cwd)).toBeUndefined();
    expect([read(cwd, 'Dockerfile'), read(cwd, 'other')]).toEqual(['fixed\n', 'read\n']);
  });

  it('creates nothing over a file, over a link that leads nowhere, outside the root or in a missing folder', () => {
    const cwd = folder({ taken: 'mine\n' });
    symlinkSync('nowhere', join(cwd, 'link'));
    expect(createFile(join(cwd, 'taken'), bytes('x'), cwd)).toContain('it exists already');
    expect(createFile(join(cwd, 'link'), bytes('x'), cwd)).toContain('it exists already');
    expect(createFile(join(cwd, 'none', 'new'), bytes('x'), cwd)).toContain('its folder does not exist');
    expect(createFile(join(cwd, '..', 'new'), bytes('x'), cwd)).toContain('outside');
    expect(read(cwd, 'taken')).toBe('mine\n');
  });
});
