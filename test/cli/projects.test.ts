import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index.js';
import { cli, folder } from './harness.js';

const web = 'services:\n  web:\n    image: nginx:1.29\n    ports: ["127.0.0.1:8080:80"]\n';

interface Json {
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly { readonly rule: string; readonly message: string; readonly related?: unknown }[];
  }[];
}

async function lint(cwd: string, ...paths: readonly string[]): Promise<readonly string[]> {
  const { code, stdout } = await cli(cwd, ['lint', '--format', 'json', ...paths], { rules });
  expect(code).toBe(0);
  return (JSON.parse(stdout) as Json).files.flatMap(({ path, findings }) =>
    findings.map(({ rule, message }) => `${path} ${rule}: ${/of (\S+),/.exec(message)?.[1] ?? ''}`),
  );
}

it('a port that two projects publish is told in both, with the place, and fails nothing', async () => {
  const cwd = folder({
    '.git/HEAD': '',
    'api/compose.yaml': web,
    'web/compose.yaml': web,
    'examples/compose.yaml': web,
  });
  expect(await lint(cwd)).toEqual([
    'api/compose.yaml port-shared-between-projects: ../web/compose.yaml',
    'web/compose.yaml port-shared-between-projects: ../api/compose.yaml',
  ]);
  expect(await lint(cwd, 'web/compose.yaml')).toHaveLength(1);
  const { stdout } = await cli(cwd, ['lint', 'api/compose.yaml'], { rules });
  expect(stdout).toContain('web/compose.yaml:4:13: web publishes it here.');
  expect(stdout).toContain('4:24 info Port 8080 is also published by service web of ../web/compose.yaml');
  const failing = await cli(cwd, ['lint', '--fail-on', 'info', 'api/compose.yaml'], { rules });
  expect(failing.code).toBe(1);
});

it.runIf(process.platform !== 'win32')('a workspace ends at the repository, and links are not followed', async () => {
  const outside = folder({ 'compose.yaml': web });
  const cwd = folder({ 'a/.git/HEAD': '', 'a/api/compose.yaml': web, 'b/compose.yaml': web });
  symlinkSync(outside, join(cwd, 'a/out'));
  symlinkSync(join(cwd, 'a/api'), join(cwd, 'a/again'));
  symlinkSync(join(cwd, 'a'), join(cwd, 'a/round'));
  expect(await lint(cwd, 'a/api/compose.yaml')).toEqual([]);
  // Without a repository the working directory bounds what is looked at.
  const plain = folder({ 'x/compose.yaml': web, 'y/compose.yaml': web });
  expect(await lint(join(plain, 'x'), 'compose.yaml')).toEqual([]);
  expect(await lint(plain, 'x/compose.yaml')).toHaveLength(1);
});

it('projects that a configuration names count, and only they have their files', async () => {
  const cwd = folder({
    '.git/HEAD': '',
    '.docker-patterns.yaml': 'compose:\n  projects:\n    - [ops/base.yaml, ops/web.yaml]\n',
    'api/compose.yaml': web,
    'ops/base.yaml': 'services:\n  db:\n    image: postgres:18\n',
    'ops/web.yaml': web,
  });
  expect((await lint(cwd, 'api/compose.yaml', 'ops/web.yaml')).filter((line) => line.includes('port-shared'))).toEqual([
    'api/compose.yaml port-shared-between-projects: ../ops/web.yaml',
    'ops/web.yaml port-shared-between-projects: ../api/compose.yaml',
  ]);
});
