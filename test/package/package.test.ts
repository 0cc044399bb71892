import { execFileSync, fork, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packExtension, packForNpm } from '../../server/tools/build/pack.js';
import { readZip, type ZipEntry } from './zip.js';

const root = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'docker-patterns-package-'));
const offline = ['--import', resolve('test/package/offline.mjs')];
const maxVsixBytes = 1_000_000;

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const bad = 'FROM node:24-alpine\nUSER node\nCMD node server.js\n';

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the extension package', () => {
  let files: readonly ZipEntry[] = [];

  beforeAll(async () => {
    files = readZip(readFileSync(await packExtension(root, folder)));
    for (const file of files) {
      const path = join(folder, 'vsix', file.name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, file.text());
    }
  });

  it('holds the files of the list and no others', () => {
    expectListed(
      files.map((file) => file.name),
      'test/package/vsix.txt',
    );
  });

  it('is at most 1 MB without pictures', () => {
    const texts = files.filter((file) => !/\.(png|gif|jpe?g|webp|svg)$/.test(file.name));
    expect(texts.reduce((sum, file) => sum + file.packed, 0)).toBeLessThan(maxVsixBytes);
  });

  it('has bundles of ASCII alone, which V8 keeps and reads in half the space', () => {
    const bundles = files.filter(({ name }) => /^extension\/dist\/\w+\.js$/.test(name));
    expect(bundles).not.toEqual([]);
    expect(bundles.filter((file) => file.text().some((byte) => byte > 127)).map(({ name }) => name)).toEqual([]);
  });

  it('names no module of the network', () => {
    const program = files
      .find((file) => file.name === 'extension/dist/program.js')
      ?.text()
      .toString();
    const named = [...(program ?? '').matchAll(/(?<![.\w$])[\w$]+\(["'`](?:node:)?([\w/]+)["'`]\)/g)].map(
      ([, name]) => name,
    );
    expect(named).toContain('fs');
    expect(named.filter((name) => /^(https?|http2|tls|dns|dgram|undici)\b/.test(name ?? ''))).toEqual([]);
  });

  it('starts its server with nothing else around and without network', async () => {
    const server = fork(join(folder, 'vsix/extension/dist/server.js'), ['--node-ipc'], {
      execArgv: offline,
      env: { PATH: process.env['PATH'] },
    });
    const params = { processId: process.pid, rootUri: null, capabilities: {} };
    server.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    const answer = await new Promise<unknown>((done, fail) => {
      server.on('message', (message: { readonly id?: number }) => (message.id === 1 ? done(message) : undefined));
      server.on('exit', (code) => fail(new Error(`The server ended with ${code}.`)));
    });
    server.removeAllListeners('exit');
    server.kill();
    expect(answer).toMatchObject({ id: 1, result: { capabilities: { hoverProvider: expect.anything() as unknown } } });
  });

  it('runs its command line too', () => {
    expect(node('vsix/extension/dist/cli.js', '--version').stdout.trim()).toContain(version);
  });
});

describe('the npm package', () => {
  let tarball = '';

  beforeAll(async () => {
    tarball = await packForNpm(root, folder);
    const place = join(folder, 'npm');
    mkdirSync(place);
    writeFileSync(join(place, 'package.json'), '{ "private": true }');
    writeFileSync(join(place, 'Dockerfile'), bad);
    execFileSync('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball], {
      cwd: place,
    });
  });

  it('holds the files of the list and no others', () => {
    expectListed(tarNames(gunzipSync(readFileSync(tarball))), 'test/package/npm.txt');
  });

  it('tells its version', () => {
    expect(node('npm/node_modules/docker-patterns/dist/cli.js', '--version').stdout.trim()).toContain(version);
  });

  it('lints with nothing else around and without network', () => {
    const { status, stdout } = node('npm/node_modules/.bin/docker-patterns', 'lint', 'Dockerfile');
    expect(stdout).toContain('shell-form-command');
    expect(status).toBe(1);
  });

  it('brings no other package along', () => {
    const lock = JSON.parse(readFileSync(join(folder, 'npm/package-lock.json'), 'utf8')) as { packages: object };
    expect(Object.keys(lock.packages)).toEqual(['', 'node_modules/docker-patterns']);
  });
});

/** Runs a script below the folder of the test, offline and in the folder of the npm installation. */
function node(script: string, ...args: readonly string[]): { status: number | null; stdout: string } {
  const cwd = script.startsWith('npm/') ? join(folder, 'npm') : folder;
  return spawnSync(process.execPath, [...offline, join(folder, script), ...args], { cwd, encoding: 'utf8' });
}

/** Every name stands in the list, and every line of the list for a name; `*` stands for a file name. */
function expectListed(names: readonly string[], list: string): void {
  const lines = readFileSync(list, 'utf8').trim().split('\n');
  const patterns = lines.map((line) => new RegExp(`^${line.replace(/[.[\]]/g, '\\$&').replace('*', '[^/]+')}$`));
  const unlisted = names.filter((name) => !patterns.some((pattern) => pattern.test(name)));
  const missing = lines.filter((_, i) => !names.some((name) => patterns[i]?.test(name)));
  expect(`unlisted: ${unlisted.join(' ')}; missing: ${missing.join(' ')}`).toBe('unlisted: ; missing: ');
}

/** Names of the files of a tar archive (POSIX ustar: blocks of 512 bytes, size in octal at 124). */
function tarNames(archive: Buffer): readonly string[] {
  const names: string[] = [];
  for (let at = 0; at < archive.length && archive[at] !== 0;) {
    const size = parseInt(archive.toString('latin1', at + 124, at + 136), 8);
    names.push(archive.toString('utf8', at, at + 100).replace(/\0.*$/s, ''));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return names;
}
