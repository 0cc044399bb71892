import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index.js';
import { cli, folder } from './harness.js';

const main = 'version: "3"\nservices:\n  web:\n    image: nginx:1.29\n    volumes: [data:/data]\n';

it('Compose files are found by their names, linted and fixed', async () => {
  const cwd = folder({
    'compose.yaml': main,
    'api/docker-compose.prod.yml': 'services:\n  api:\n    ports: ["80:80"]\n    privileged: true\n',
    'notes.yaml': 'version: "3"\n',
  });
  const { code, stdout } = await cli(cwd, ['lint', '--fix'], { rules });
  expect(code).toBe(1);
  expect(stdout).toContain('4:5 warning A privileged container');
  expect(stdout).toContain('fixed Remove the version obsolete-version');
  expect(stdout).toContain('error No volume data is declared under volumes');
  expect(stdout).not.toContain('notes.yaml');
  expect(readFileSync(join(cwd, 'compose.yaml'), 'utf8')).toBe(main.replace(/.*\n/, ''));
});

it('files around a Compose file may have what it lacks', async () => {
  const lint = async (files: Readonly<Record<string, string>>): Promise<string> =>
    (await cli(folder({ '.git/HEAD': '', 'a/compose.yaml': main, ...files }), ['lint', 'a/compose.yaml'], { rules }))
      .stdout;
  expect(await lint({})).toContain('undefined-volume');
  expect(await lint({ 'a/compose.override.yaml': 'volumes: {data: }\n' })).not.toContain('undefined-volume');
  const above = 'include: [a/compose.yaml]\n';
  expect(await lint({ 'docker-compose.yml': `${above}volumes: {data: }\n` })).not.toContain('undefined-volume');
  // Compose refuses that project: nothing in it has the volume.
  expect(await lint({ 'docker-compose.yml': above })).toContain('undefined-volume');
  expect(await lint({ 'docker-compose.yml': 'include: ["${MORE}.yaml"]\n' })).not.toContain('undefined-volume');
  expect(await lint({ 'docker-compose.yml': 'services: {}\n' })).toContain('undefined-volume');
  expect(await lint({ 'a/.env': 'COMPOSE_FILE=compose.yaml:more.yaml\n' })).not.toContain('undefined-volume');
});

it('a configuration says which files are Compose files, and which run together', async () => {
  const files = {
    '.docker-patterns.yaml': 'compose:\n  files: [deploy/*.yaml]\n  projects: [[compose.yaml, ops/prod.yaml]]\n',
    '.gitignore': 'deploy/secret.yaml\n',
    '.git/HEAD': '',
    'deploy/stack.yaml': 'version: "3"\n',
    'deploy/secret.yaml': 'version: "3"\n',
    'deploy/notes.txt': 'version: "3"\n',
    'other/stack.yaml': 'version: "3"\n',
    'compose.yaml': main,
    'ops/prod.yaml': 'services: {web: {depends_on: [db]}}\nvolumes: {data: }\n',
  };
  const lint = async (
    more: Readonly<Record<string, string>>,
    ...paths: readonly string[]
  ): Promise<readonly string[]> => {
    const { stdout } = await cli(folder({ ...files, ...more }), ['lint', '--format', 'json', ...paths], { rules });
    const report = JSON.parse(stdout) as { files: { path: string; findings: { rule: string; severity: string }[] }[] };
    return report.files.flatMap(({ path, findings }) =>
      findings.flatMap(({ rule, severity }) =>
        severity === 'error' || rule === 'obsolete-version' ? [`${path} ${rule}`] : [],
      ),
    );
  };
  expect(await lint({})).toEqual([
    'compose.yaml obsolete-version',
    'deploy/stack.yaml obsolete-version',
    'ops/prod.yaml undefined-service',
  ]);
  expect(await lint({}, 'deploy/secret.yaml')).toEqual(['deploy/secret.yaml obsolete-version']);
  expect(await lint({ 'ops/prod.yaml': 'services: {db: {image: postgres:18}}\n' }, '.')).toContain(
    'compose.yaml undefined-volume',
  );
  const stdin = await cli(folder(files), ['lint', '--stdin', '--filename', 'deploy/stack.yaml'], {
    rules,
    stdin: 'version: "3"\n',
  });
  expect(stdin.stdout).toContain('obsolete-version');
});
