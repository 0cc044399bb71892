import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index.js';
import { cli, folder } from './harness.js';

interface Json {
  readonly files: readonly {
    readonly path: string;
    readonly language: string;
    readonly findings: readonly { readonly rule: string; readonly message: string }[];
  }[];
}

async function lint(cwd: string, ...options: readonly string[]): Promise<readonly (readonly [string, ...string[]])[]> {
  const { stdout } = await cli(cwd, ['lint', '--format', 'json', ...options], { rules });
  const { files } = JSON.parse(stdout) as Json;
  return files.map(({ path, findings }) => [path, ...findings.map(({ rule }) => rule)] as const);
}

const dockerfile =
  'FROM node:24-slim\nWORKDIR /app\nCOPY package.json ./\nRUN npm install\nCOPY . .\nUSER node\nCMD ["node"]\n';

describe('ignore files on the command line', () => {
  it('are found beside Dockerfiles, under each of their names, and checked', async () => {
    const cwd = folder({
      '.git/HEAD': '',
      Dockerfile: dockerfile,
      'package.json': '{}',
      '.dockerignore': 'node_module\n.git\n',
      'node_modules/a/x.js': '',
      'api.Dockerfile': 'FROM alpine:3.23\nUSER 1\nCMD ["sh"]\n',
      'api.Dockerfile.dockerignore': '\uFEFFdist # made\r\n',
      'node_modules/.dockerignore': '[',
    });
    expect(await lint(cwd)).toEqual([
      ['.dockerignore', 'missing-ignore-entry', 'misspelled-ignore-pattern'],
      ['Dockerfile'],
      ['api.Dockerfile'],
      ['api.Dockerfile.dockerignore', 'trailing-ignore-comment'],
    ]);
  });

  it('are fixed, with CRLF and byte order mark kept', async () => {
    const cwd = folder({ '.dockerignore': '\uFEFFdist\r\n  # old\r\n/dist\r\nlogs # x\r\n' });
    await cli(cwd, ['lint', '--fix'], { rules });
    const read = (): string => readFileSync(join(cwd, '.dockerignore'), 'utf8');
    expect(read()).toBe('\uFEFFdist\r\n# old\r\nlogs # x\r\n');
    await cli(cwd, ['lint', '--unsafe-fixes'], { rules });
    expect(read()).toBe('\uFEFFdist\r\n# old\r\n# x\r\nlogs\r\n');
  });

  it('are obeyed when they say what is to be ignored', async () => {
    const cwd = folder({
      '.dockerignore': '# docker-patterns ignore=trailing-ignore-comment -- on purpose\ndist # made\n\nlogs # x\n',
      'a.dockerignore': '# docker-patterns ignore-file\n[\n',
    });
    expect(await lint(cwd)).toEqual([['.dockerignore', 'trailing-ignore-comment'], ['a.dockerignore']]);
  });

  it('are created by an unsafe fix of the Dockerfile', async () => {
    const cwd = folder({ '.git/HEAD': '', Dockerfile: dockerfile, 'package.json': '{}' });
    expect(await lint(cwd)).toEqual([['Dockerfile', 'missing-dockerignore']]);
    await cli(cwd, ['lint', '--unsafe-fixes'], { rules });
    expect(readFileSync(join(cwd, '.dockerignore'), 'utf8')).toBe(
      "# What the build makes itself\n**/node_modules\n\n# History, tools, logs\n.git\n\n# Docker's own files\nDockerfile*\n.dockerignore\n",
    );
    expect(await lint(cwd)).toEqual([['.dockerignore'], ['Dockerfile']]);
  });
});

describe('what a build takes from its context, on the disk', () => {
  const text = 'FROM alpine:3.23\nCOPY a.txt link/b.txt c.txt /app/\nUSER 1\nCMD ["sh"]\n';

  it('is looked for in the folder of the Dockerfile', async () => {
    const cwd = folder({ '.git/HEAD': '', Dockerfile: text, 'a.txt': '', 'link/b.txt': '' });
    expect(await lint(cwd)).toEqual([['Dockerfile', 'missing-copy-source']]);
  });

  it.runIf(process.platform !== 'win32')('is not known behind a link that leads out of the repository', async () => {
    const outer = folder({ 'repo/.git/HEAD': '', 'repo/Dockerfile': text, 'repo/a.txt': '', 'repo/c.txt': '' });
    mkdirSync(join(outer, 'elsewhere'));
    symlinkSync('../elsewhere', join(outer, 'repo/link'));
    expect(await lint(join(outer, 'repo'))).toEqual([['Dockerfile']]);
  });

  it('is not known for a text on standard input', async () => {
    const cwd = folder({ 'a.txt': '' });
    const { stdout } = await cli(cwd, ['lint', '--stdin', 'Dockerfile'], { rules, stdin: text });
    expect(stdout).not.toContain('missing-copy-source');
  });
});
