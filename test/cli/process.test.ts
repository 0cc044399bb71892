import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { folder } from './harness.js';

const root = join(import.meta.dirname, '..', '..');
const place = join(root, 'out', 'test-cli');
const program = join(place, 'dist', 'cli.js');
const text = 'FROM alpine\nRUN echo hello\n';

interface Call {
  readonly cwd: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
}

function call(argv: readonly string[], { cwd, input = '', env = {}, uid }: Call) {
  return spawnSync(process.execPath, [program, ...argv], {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
}

beforeAll(() => {
  mkdirSync(join(place, 'dist'), { recursive: true });
  writeFileSync(join(place, 'package.json'), '{ "version": "9.8.7" }\n');
  buildSync({
    entryPoints: [join(root, 'server/src/cli/main.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    supported: { 'dynamic-import': false },
    logLevel: 'error',
  });
});

describe('the program', () => {
  it('takes its version from its package and its exit code from the run', () => {
    const cwd = folder({ Dockerfile: text });
    expect(call(['--version'], { cwd })).toMatchObject({ status: 0, stdout: '9.8.7\n', stderr: '' });
    expect(call(['lint', '--fail-on=info'], { cwd }).status).toBe(1);
    expect(call(['lint', '--fail-on=never'], { cwd }).status).toBe(0);
    expect(call(['lint', '--nothing'], { cwd }).status).toBe(2);
  });

  it('starts the language server, which answers and ends when it is told', async () => {
    const child = spawn(process.execPath, [program, 'lsp', '--stdio'], { cwd: folder() });
    let output = '';
    const answered = new Promise<void>((done) => {
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('"id":1')) done();
      });
    });
    const ended = new Promise<number | null>((done) => child.once('close', done));
    const send = (message: object): void => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    };
    send({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
    await answered;
    expect(output).toContain('"capabilities"');
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    expect(await ended).toBe(0);
  });

  it('reads standard input', () => {
    const { status, stdout } = call(['lint', '--stdin', '--filename', 'Dockerfile'], { cwd: folder(), input: text });
    expect(stdout).toContain('1:6 ');
    expect(status).toBe(1);
  });

  it.runIf(process.platform === 'linux')('says so when its working directory is gone', () => {
    const cwd = folder();
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `rmdir "$PWD" && exec "$0" "$@"`, process.execPath, program, 'lint'],
      {
        cwd,
        encoding: 'utf8',
      },
    );
    expect([status, stderr]).toEqual([2, 'Docker Patterns cannot start: there is no such file or folder\n']);
  });

  it('writes no colour into a pipe, whatever the environment says', () => {
    const { stdout } = call(['lint'], { cwd: folder({ Dockerfile: text }), env: { FORCE_COLOR: '1' } });
    expect(stdout).not.toContain('\u001b');
  });

  it('prints a long report whole into a pipe', () => {
    const cwd = folder({ Dockerfile: text.repeat(5000) });
    const { stdout } = call(['lint', '--format', 'json'], { cwd });
    expect(stdout.length).toBeGreaterThan(1_000_000);
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
  });

  it('ends quietly when nobody reads on', async () => {
    const cwd = folder({ Dockerfile: text.repeat(5000) });
    const child = spawn(process.execPath, [program, 'lint'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((done) => child.once('close', done));
    expect(stderr).toBe('');
  });

  it.runIf(process.platform !== 'win32')('tells what may not be read, lints the rest, and ends with 2', () => {
    const cwd = folder({ 'a/Dockerfile': text, 'b/Dockerfile': text, 'c/Dockerfile': text });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, 'a', 'Dockerfile'), 0);
    chmodSync(join(cwd, 'b'), 0);
    // The superuser may read everything: somebody else runs it then.
    const { status, stdout, stderr } = call(['lint'], { cwd, ...(process.getuid?.() === 0 ? { uid: 65_534 } : {}) });
    chmodSync(join(cwd, 'b'), 0o755);
    expect(stderr).toBe(
      'b cannot be searched: you may not read it.\na/Dockerfile cannot be read: you may not read it.\n',
    );
    expect(stdout).toContain('c/Dockerfile');
    expect(status).toBe(2);
  });
});
