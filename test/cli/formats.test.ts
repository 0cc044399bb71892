import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { cli, folder } from './harness.js';

const root = join(import.meta.dirname, '..', '..');

/** The schema of a format with every object closed, so that a field nobody wrote down is found too. */
function strictly(name: string): ValidateFunction {
  const text = readFileSync(join(root, 'docs', 'schema', `${name}.schema.json`), 'utf8');
  const close = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(close);
    if (typeof node !== 'object' || node === null) return node;
    const closed = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, close(value)]));
    return 'properties' in closed && closed['type'] === 'object' ? { ...closed, additionalProperties: false } : closed;
  };
  return new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(close(JSON.parse(text)) as object);
}

const everything = {
  'a/Dockerfile': 'FROM alpine:3.20\nRUN echo 😀 LOUD RISKY\nRUN echo VAGUE LONELY\nRUN echo NOSY\n',
  'a/notes.txt': 'old\n',
  'a b/Dockerfile': 'FROM alpine:3.20\n',
  'compose.yaml': 'services: {}\n',
  '.dockerignore': 'node_modules\n',
};

describe('--format json', () => {
  it('is what its schema says, for every kind of fix', async () => {
    const { stdout } = await cli(folder(everything), ['lint', '--format', 'json']);
    const valid = strictly('lint');
    valid(JSON.parse(stdout));
    expect(valid.errors ?? []).toEqual([]);
  });

  it('has sorted files, zero-based UTF-16 positions and edits of other files', async () => {
    const { stdout, code } = await cli(folder(everything), ['lint', '--format', 'json']);
    expect(code).toBe(1);
    const report = JSON.parse(stdout) as {
      files: { path: string; language: string; findings: object[] }[];
      summary: object;
    };
    expect(report.files.map(({ path, language }) => [path, language])).toEqual([
      ['.dockerignore', 'dockerignore'],
      ['a/Dockerfile', 'dockerfile'],
      ['a b/Dockerfile', 'dockerfile'],
      ['compose.yaml', 'compose'],
    ]);
    const [loud, , vague, lonely, nosy] = report.files[1]!.findings;
    expect(loud).toEqual({
      rule: 'loud-word',
      severity: 'warning',
      message: 'LOUD stands here, which is a pity.',
      range: { start: { line: 1, character: 12 }, end: { line: 1, character: 16 } },
      guide: 'dockerfile-reference',
      equivalents: { hadolint: ['DL9001'] },
      fixes: [
        {
          title: 'Replace LOUD',
          safety: 'safe',
          edits: [{ range: { start: { line: 1, character: 12 }, end: { line: 1, character: 16 } }, newText: 'quiet' }],
        },
      ],
    });
    expect(vague).toMatchObject({
      fixes: [{ safety: 'suggestion', edits: [{ snippet: true, newText: '${1:value}' }] }],
    });
    const start = { line: 0, character: 0 };
    expect(lonely).toMatchObject({
      fixes: [
        { edits: [{ path: 'a/.dockerignore', create: true, range: { start, end: start }, newText: 'node_modules\n' }] },
      ],
    });
    expect(nosy).toMatchObject({
      fixes: [{ edits: [{ path: 'a/notes.txt', range: { start, end: { line: 0, character: 3 } }, newText: 'new' }] }],
    });
    expect(report.summary).toEqual({
      files: 4,
      filesWithFindings: 1,
      findings: 5,
      errors: 1,
      warnings: 3,
      infos: 1,
      hints: 0,
      safeFixes: 3,
      unsafeFixes: 1,
      fixed: 0,
    });
  });

  it('stays JSON when something goes wrong beside it', async () => {
    const cwd = folder({ ...everything, '.docker-patterns.yaml': 'rules: 3\n' });
    const { stdout, stderr } = await cli(cwd, ['lint', '--format', 'json', '.', 'missing/Dockerfile']);
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
    expect(stderr).toContain('.docker-patterns.yaml:1:8: ');
    expect(stderr).toContain('missing/Dockerfile cannot be read');
  });

  it('is the same twice', async () => {
    const cwd = folder(everything);
    const call = () => cli(cwd, ['lint', '--format', 'json']);
    expect(await call()).toEqual(await call());
  });
});

describe('--format sarif', () => {
  const sarif = async (files: Readonly<Record<string, string>>): Promise<Log> =>
    JSON.parse((await cli(folder(files), ['lint', '--format', 'sarif'])).stdout) as Log;

  it('names the tool and its rules with help, and places each result', async () => {
    const log = await sarif(everything);
    expect(log.version).toBe('2.1.0');
    const run = log.runs[0]!;
    expect(run.tool.driver).toMatchObject({ name: 'Docker Patterns', version: '1.2.3' });
    const rules = run.tool.driver.rules!;
    expect(rules.map(({ id }) => id)).toEqual(['lonely-word', 'loud-word', 'nosy-word', 'risky-word', 'vague-word']);
    for (const rule of rules) {
      expect(rule.helpUri).toMatch(/^https:/);
      expect(rule.help?.text).not.toBe('');
      expect(rule.help?.markdown).toContain(rule.helpUri);
    }
    for (const result of run.results!) expect(rules[result.ruleIndex!]!.id).toBe(result.ruleId);
    expect(run.results!.map(({ level }) => level)).toEqual(['warning', 'error', 'note', 'warning', 'warning']);
    expect(run.results![0]!.locations![0]!.physicalLocation).toEqual({
      artifactLocation: { uri: 'a/Dockerfile', index: 1 },
      region: { startLine: 2, startColumn: 13, endLine: 2, endColumn: 17 },
    });
    expect(run.artifacts!.map(({ location }) => location?.uri)).toContain('a%20b/Dockerfile');
  });

  it('offers safe and unsafe fixes, not suggestions and not new files', async () => {
    const { results } = (await sarif(everything)).runs[0]!;
    const fixed = results!.filter(({ fixes }) => fixes !== undefined).map(({ ruleId }) => ruleId);
    expect(fixed).toEqual(['loud-word', 'risky-word', 'nosy-word']);
    expect(results![4]!.fixes![0]!.artifactChanges[0]!.artifactLocation.uri).toBe('a/notes.txt');
  });

  it('keeps fingerprints when lines move, and tells equal lines apart', async () => {
    const prints = async (text: string): Promise<readonly string[]> =>
      (await sarif({ Dockerfile: text })).runs[0]!.results!.map(
        ({ partialFingerprints }) => partialFingerprints!['primaryLocationLineHash']!,
      );
    const before = await prints('FROM alpine:3.20\nRUN echo LOUD\nRUN echo LOUD\n');
    expect(new Set(before).size).toBe(2);
    expect(await prints('# moved\nFROM alpine:3.20\n\nRUN   echo LOUD\n# more\n  RUN echo LOUD\n')).toEqual(before);
    expect(await prints('FROM alpine:3.20\nRUN echo LOUD now\nRUN echo LOUD\n')).not.toEqual(before);
  });

  it('tells of configuration and files that went wrong in the invocation', async () => {
    const cwd = folder({ Dockerfile: 'FROM alpine:3.20\n', '.docker-patterns.yaml': 'rules: 3\n' });
    const { stdout, code } = await cli(cwd, ['lint', '--format', 'sarif', '.', 'none']);
    expect(code).toBe(2);
    const [invocation] = (JSON.parse(stdout) as Log).runs[0]!.invocations!;
    expect(invocation!.executionSuccessful).toBe(false);
    expect(invocation!.toolConfigurationNotifications).toHaveLength(1);
    expect(invocation!.toolExecutionNotifications).toHaveLength(1);
  });
});

describe('--format github', () => {
  it('prints one command a finding with its place', async () => {
    const cwd = folder({ 'a/Dockerfile': 'FROM alpine:3.20\nRUN echo LOUD RISKY VAGUE FAINT\n' });
    const { stdout } = await cli(cwd, ['lint', '--format', 'github']);
    expect(stdout.split('\n').slice(0, -1)).toEqual([
      '::warning file=a/Dockerfile,line=2,endLine=2,col=10,endColumn=14,title=loud-word::LOUD stands here, which is a pity.',
      '::error file=a/Dockerfile,line=2,endLine=2,col=15,endColumn=20,title=risky-word::RISKY stands here, which is a pity.',
      '::notice file=a/Dockerfile,line=2,endLine=2,col=21,endColumn=26,title=vague-word::VAGUE stands here, which is a pity.',
      '::notice file=a/Dockerfile,line=2,endLine=2,col=27,endColumn=32,title=faint-word::FAINT stands here, which is a pity.',
    ]);
  });

  it('escapes what would end a property or a message', async () => {
    const cwd = folder({ 'a,b:c%/Dockerfile': 'FROM alpine:3.20\nRUN echo LOUD\n' });
    const { stdout } = await cli(cwd, ['lint', '--format', 'github']);
    expect(stdout).toContain('::warning file=a%2Cb%3Ac%25/Dockerfile,line=2');
  });

  it('points at the line of a bad configuration', async () => {
    const cwd = folder({ Dockerfile: 'FROM alpine:3.20\n', '.docker-patterns.yaml': '\nrules: 3\n' });
    const { stdout, code } = await cli(cwd, ['lint', '--format', 'github']);
    expect(stdout).toMatch(/^::warning file=\.docker-patterns\.yaml,line=2,endLine=2,col=8,title=Docker Patterns::/);
    expect(code).toBe(0);
  });
});

describe('rules --format json', () => {
  it('is what its schema says, sorted', async () => {
    const { stdout, code } = await cli(folder(), ['rules', '--format', 'json']);
    expect(code).toBe(0);
    const valid = strictly('rules');
    valid(JSON.parse(stdout));
    expect(valid.errors ?? []).toEqual([]);
    const ids = (JSON.parse(stdout) as { rules: { id: string }[] }).rules.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
  });
});

describe('compare --format json', () => {
  it('is what its schema says', async () => {
    const report = ['DL9001', 'DL9009'].map((code) => ({ code, line: 2, file: 'Dockerfile', message: 'x' }));
    const cwd = folder({ Dockerfile: 'FROM alpine:3.20\nRUN LOUD EAGER\n', 'h.json': JSON.stringify(report) });
    const { stdout } = await cli(cwd, ['compare', '--format', 'json', 'h.json']);
    const valid = strictly('compare');
    valid(JSON.parse(stdout));
    expect(valid.errors ?? []).toEqual([]);
  });
});

describe('the examples in the documentation', () => {
  const page = readFileSync(join(root, 'docs', 'cli.md'), 'utf8');
  const examples = [...page.matchAll(/^```json\n([\s\S]*?)^```/gm)].map(([, text]) => JSON.parse(text!) as object);

  it.each([
    ['lint', 'files'],
    ['rules', 'rules'],
    ['compare', 'tool'],
  ])('of %s are what the schema says', (name, key) => {
    const ours = examples.filter((example) => key in example && ('tool' in example ? key === 'tool' : true));
    const valid = strictly(name);
    for (const example of ours) {
      valid(example);
      expect(valid.errors ?? []).toEqual([]);
    }
    expect(ours).toHaveLength(1);
  });
});
