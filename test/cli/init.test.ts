import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../server/src/engine/rule.js';
import { rules } from '../../server/src/rules/index.js';
import { cli, folder, type Ran } from './harness.js';
import { soundRules } from './testRules.js';

const read = (cwd: string): string => readFileSync(join(cwd, '.docker-patterns.yaml'), 'utf8');

describe('init', () => {
  it('writes a small file that changes nothing and names rules that exist', async () => {
    const cwd = folder({ Dockerfile: 'FROM node\nRUN npm i\n' });
    const before = await cli(cwd, ['lint', '--format', 'json'], { rules });
    expect(await cli(cwd, ['init'], { rules })).toEqual({
      code: 0,
      stdout: 'Wrote .docker-patterns.yaml.\n',
      stderr: '',
    });
    expect(await cli(cwd, ['lint', '--format', 'json'], { rules })).toEqual(before);
    const opened = read(cwd).replace(/^# (?=(?:exclude|rules|overrides|compose):|  )/gm, '');
    const active = folder({ Dockerfile: 'FROM node\n', '.docker-patterns.yaml': opened });
    const { stdout, stderr } = await cli(active, ['config', 'Dockerfile'], { rules });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/missing-user +off +\.docker-patterns\.yaml:/);
  });

  it('replaces a file only with --force', async () => {
    const cwd = folder({ '.docker-patterns.yaml': 'profile: all\n' });
    const refused = await cli(cwd, ['init']);
    expect([refused.code, refused.stderr]).toEqual([
      2,
      '.docker-patterns.yaml exists already; --force replaces it.\nSee "docker-patterns init --help".\n',
    ]);
    expect(read(cwd)).toBe('profile: all\n');
    expect((await cli(cwd, ['init', '--force'])).code).toBe(0);
    expect(read(cwd)).toContain('profile: recommended');
  });

  it.each([
    [['init', 'x'], 'a file goes with --from-hadolint'],
    [['init', '--from-hadolint', 'x', 'y'], 'a file goes with --from-hadolint'],
    [['init', '--from-hadolint', 'nowhere.yaml'], 'there is no such file'],
    [['init', '--from-hadolint'], 'There is no .hadolint.yaml'],
    [['init', '--from-dclint'], 'There is no .dclintrc'],
    [['init', '--from-dclint', '--from-hadolint'], 'either --from-hadolint or --from-dclint'],
    [['init', '--force=yes'], 'takes no value'],
  ])('%j is wrong', async (argv, message) => {
    const cwd = folder();
    const { code, stderr } = await cli(cwd, argv);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(existsSync(join(cwd, '.docker-patterns.yaml'))).toBe(false);
  });
});

describe('init --from-hadolint', () => {
  const equivalents: Readonly<Record<string, Rule['equivalents']>> = {
    'risky-word': { hadolint: ['DL9002'] },
    'vague-word': { hadolint: ['DL9003', 'DL9004'] },
    'optional-word': { hadolint: ['DL3026'] },
  };
  const known = soundRules.map((rule): Rule => {
    if (rule.id !== 'optional-word') return { ...rule, equivalents: equivalents[rule.id] ?? rule.equivalents };
    const registries = { type: 'strings', default: [], description: '' } as const;
    return { ...rule, id: 'untrusted-registry', equivalents: { hadolint: ['DL3026'] }, options: { registries } };
  });
  const call = (cwd: string, ...argv: readonly string[]): Promise<Ran> => cli(cwd, argv, { rules: known });
  const hadolint =
    'ignored: [DL9001, DL9004, SC1091]\noverride: {error: [DL9002]}\nfailure-threshold: error\ndisable-ignore-pragma: true\nno-color: true\n';
  const own = `# Settings of Docker Patterns, made from .hadolint.yaml.
rules:
  # DL9001
  loud-word: off
  # DL9002
  risky-word: error
`;

  it('takes over what has an equivalent and tells what has none', async () => {
    const cwd = folder({ '.git/HEAD': '', '.hadolint.yaml': hadolint, 'app/x': '' });
    const { code, stdout, stderr } = await call(cwd, 'init', '--from-hadolint');
    expect([code, stderr]).toEqual([0, '']);
    expect(read(cwd)).toBe(own);
    expect(stdout).toBe(`Wrote .docker-patterns.yaml with 2 rules from .hadolint.yaml; it counts instead of that file.
- DL9004 is off there; vague-word stands for DL9003, too, and was left as it is.
- No rule stands for SC1091, so there is nothing to set.
- "failure-threshold" is for the command line: --fail-on error.
- "disable-ignore-pragma" has no equivalent: comments of hadolint will hide findings again.
- "no-color" is for the command line: set the variable NO_COLOR.
`);
    const below = join(cwd, 'app');
    expect((await call(below, 'init', '--from-hadolint')).stdout).toContain('from ../.hadolint.yaml');
    expect(read(below)).toContain('made from ../.hadolint.yaml');
  });

  it.each([[['--from-hadolint', 'ci/h.yml']], [['--from-hadolint=ci/h.yml']]])('takes the file of %j', async (argv) => {
    const cwd = folder({ 'ci/h.yml': 'ignored: [DL9001]\nlabels: x\n' });
    const { code, stderr } = await call(cwd, 'init', ...argv);
    expect([code, stderr]).toEqual([0, 'ci/h.yml:2:1: hadolint has no setting "labels".\n']);
    expect(read(cwd)).toContain('loud-word: off');
  });

  it('gives the same findings as before where all is taken over', async () => {
    const text = 'FROM debian:13\nRUN echo LOUD RISKY VAGUE\n';
    const cwd = folder({ '.hadolint.yaml': 'ignored: [DL9001]\noverride: {info: [DL9002]}\n', Dockerfile: text });
    const before = await call(cwd, 'lint', '--format', 'json');
    await call(cwd, 'init', '--from-hadolint');
    expect((await call(cwd, 'lint', '--format', 'json')).stdout).toBe(before.stdout);
  });

  it('writes options of rules as they are', async () => {
    const cwd = folder({ '.hadolint.yaml': 'trustedRegistries: ["*.gcr.io", docker.io]\n' });
    await call(cwd, 'init', '--from-hadolint');
    expect(read(cwd)).toContain('  untrusted-registry: [warning, {"registries":["*.gcr.io","docker.io"]}]\n');
    expect((await call(cwd, 'config', 'Dockerfile')).stderr).toBe('');
  });
});

describe('init --from-dclint', () => {
  const compose =
    'services:\n  web:\n    image: nginx:main\n    ports: ["127.0.0.1:80:80"]\n  api:\n    image: acme/api:1\n';
  const dclint = {
    rules: {
      'services-alphabetical-order': 1,
      'no-version-field': 0,
      'invalid-schema': 2,
      'service-image-require-explicit-tag': [2, { prohibitedTags: ['main'] }],
    },
  };

  it('takes over rules and their options, from a package.json too', async () => {
    const files = { 'package.json': JSON.stringify({ dclint }), 'app/package.json': '{}', 'app/compose.yaml': compose };
    const cwd = folder({ '.git/HEAD': '', ...files });
    const app = join(cwd, 'app');
    const { code, stdout, stderr } = await cli(app, ['init', '--from-dclint'], { rules });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('with 5 rules from ../package.json; it counts before that file');
    expect(read(app)).toContain('  mutable-image-tag: [error, {"tags":["main"]}]');
    expect(read(app)).toContain('  # invalid-schema\n  unknown-key: error');
    const of = async (place: string): Promise<string> =>
      (await cli(place, ['lint', '--format', 'json'], { rules })).stdout;
    const before = folder({ '.git/HEAD': '', ...files });
    expect(await of(app)).toBe(await of(join(before, 'app')));
    expect(await of(app)).toContain('unsorted-services');
  });

  it('finds a file in .config', async () => {
    const cwd = folder({ '.git/HEAD': '', '.config/dclintrc.yaml': 'rules: {no-version-field: 2}\n' });
    await cli(cwd, ['init', '--from-dclint'], { rules });
    expect(read(cwd)).toContain('obsolete-version: error');
  });
});
