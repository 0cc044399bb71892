import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, folder } from './harness.js';

const text = 'FROM alpine:3.20\nRUN echo LOUD\n';
const quiet = 'rules:\n  loud-word: off\n';
const outside = 'is a link to a place outside the repository or working directory; it was not read';

describe('the search for configuration', () => {
  it('ends at the working directory where there is no repository', async () => {
    const outer = folder({ '.docker-patterns.yaml': quiet, 'cwd/app/Dockerfile': text });
    expect((await cli(join(outer, 'cwd'), ['lint'])).code).toBe(1);
    expect((await cli(outer, ['lint'])).code).toBe(0);
  });

  it('goes above the working directory up to the root of the repository', async () => {
    const outer = folder({ 'r/.git/HEAD': '', 'r/.docker-patterns.yaml': quiet, 'r/cwd/app/Dockerfile': text });
    expect((await cli(join(outer, 'r', 'cwd'), ['lint'])).code).toBe(0);
  });

  it('stays in the folder of a file that lies elsewhere', async () => {
    const outer = folder({ '.docker-patterns.yaml': quiet, 'cwd/x': '', 'other/Dockerfile': text });
    const cwd = join(outer, 'cwd');
    expect((await cli(cwd, ['lint', '../other/Dockerfile'])).code).toBe(1);
    writeFileSync(join(outer, 'other', '.docker-patterns.yaml'), quiet);
    expect((await cli(cwd, ['lint', '../other/Dockerfile'])).code).toBe(0);
  });
});

describe('facts', () => {
  it.each([
    ['reach to the root of the repository', { 'r/.git/HEAD': '' }, 1],
    ['end at the working directory where there is none', {}, 0],
  ])('%s', async (_, files, code) => {
    const outer = folder({ ...files, 'r/notes.txt': 'old\n', 'r/cwd/Dockerfile': 'FROM alpine:3.20\nRUN echo NEAR\n' });
    expect((await cli(join(outer, 'r', 'cwd'), ['lint'])).code).toBe(code);
  });
});

describe('a configuration outside', () => {
  it('is not read through extends, and that is told', async () => {
    const outer = folder({
      'base.yaml': quiet,
      'cwd/.docker-patterns.yaml': 'extends: ../base.yaml\n',
      'cwd/Dockerfile': text,
    });
    const { code, stderr } = await cli(join(outer, 'cwd'), ['lint']);
    expect([code, stderr]).toEqual([
      1,
      '.docker-patterns.yaml:1:10: "extends" names ../base.yaml, which lies outside the repository or working directory, so it is not read.\n',
    ]);
    mkdirSync(join(outer, '.git'));
    expect(await cli(join(outer, 'cwd'), ['lint'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('is read when --config names it, with what it extends beside it', async () => {
    const outer = folder({
      'ci/lint.yaml': 'extends: more/base.yaml\n',
      'ci/more/base.yaml': quiet,
      'ci/bad.yaml': 'extends: ../secret.yaml\n',
      'secret.yaml': quiet,
      'cwd/base.yaml': quiet,
      'ci/back.yaml': 'extends: ../cwd/base.yaml\n',
      'cwd/Dockerfile': text,
    });
    const cwd = join(outer, 'cwd');
    for (const name of ['lint', 'back']) {
      expect(await cli(cwd, ['lint', '--config', `../ci/${name}.yaml`])).toMatchObject({ code: 0, stderr: '' });
    }
    const bad = await cli(cwd, ['lint', '--config', '../ci/bad.yaml']);
    expect([bad.code, bad.stderr]).toEqual([1, expect.stringContaining('../ci/bad.yaml:1:10: "extends" names')]);
  });
});

describe.runIf(process.platform !== 'win32')('links', () => {
  it('to a file outside are not linted unless they are named', async () => {
    const outer = folder({ 'secret.txt': text, 'cwd/real.txt': text, 'cwd/a/b': '' });
    const cwd = join(outer, 'cwd');
    symlinkSync(join(outer, 'secret.txt'), join(cwd, 'a', 'Dockerfile'));
    symlinkSync('real.txt', join(cwd, 'Dockerfile'));
    const { code, stdout, stderr } = await cli(cwd, ['lint']);
    expect([code, stderr]).toEqual([1, `a/Dockerfile ${outside}.\n`]);
    expect(stdout).toContain('in 1 of 1 file.');
    const named = await cli(cwd, ['lint', 'a/Dockerfile']);
    expect([named.code, named.stderr]).toEqual([1, '']);
  });

  it('may lead anywhere in a folder that is named, and in a repository', async () => {
    const outer = folder({ 'two/base.txt': text, 'two/a/x': '', 'one/x': '' });
    symlinkSync('../base.txt', join(outer, 'two', 'a', 'Dockerfile'));
    expect(await cli(join(outer, 'one'), ['lint', '../two'])).toMatchObject({ code: 1, stderr: '' });
    expect((await cli(join(outer, 'two', 'a'), ['lint'])).stderr).toBe(`Dockerfile ${outside}.\n`);
    mkdirSync(join(outer, '.git'));
    expect(await cli(join(outer, 'two', 'a'), ['lint'])).toMatchObject({ code: 1, stderr: '' });
  });

  it('that stand for a configuration outside are told and not followed', async () => {
    const outer = folder({ 'base.yaml': quiet, 'cwd/Dockerfile': text });
    const cwd = join(outer, 'cwd');
    symlinkSync('../base.yaml', join(cwd, '.docker-patterns.yaml'));
    const { code, stderr } = await cli(cwd, ['lint']);
    expect([code, stderr]).toEqual([1, `.docker-patterns.yaml: This configuration ${outside}.\n`]);
    expect((await cli(cwd, ['lint', '--config', '.docker-patterns.yaml'])).code).toBe(0);
  });
});
