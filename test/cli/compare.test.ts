import { describe, expect, it } from 'vitest';
import type { Rule } from '../../server/src/engine/rule.js';
import { readReport } from '../../server/src/cli/compare/reports.js';
import { cli, folder, type Ran } from './harness.js';
import { soundRules } from './testRules.js';

const more: Readonly<Record<string, Partial<Rule>>> = {
  'loud-word': { equivalents: { hadolint: ['DL3001'], trivy: ['DS-0002'], checkov: ['CKV_DOCKER_3'] } },
  'risky-word': { equivalents: { hadolint: ['DL3003'] } },
  'vague-word': { equivalents: { shellcheck: ['SC2086'] }, differs: { SC2086: 'We know better.' } },
  'optional-word': { equivalents: { hadolint: ['DL3004'] } },
  'faint-word': { equivalents: { hadolint: ['DL3006'] } },
};
const rules = soundRules.map((rule): Rule => ({ ...rule, ...more[rule.id] }));

const call = (cwd: string, ...argv: readonly string[]): Promise<Ran> => cli(cwd, ['compare', ...argv], { rules });

function hadolint(...items: readonly (readonly [code: string, line: number, file?: string])[]): string {
  return JSON.stringify(
    items.map(([code, line, file = 'Dockerfile']) => ({
      code,
      line,
      file,
      column: 1,
      level: 'info',
      message: `about ${code}`,
    })),
  );
}

function sarif(name: string, ...items: readonly (readonly [id: string, line: number, uri: string])[]): string {
  const results = items.map(([ruleId, startLine, uri]) => ({
    ruleId,
    message: { text: ruleId },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine, endLine: startLine } } }],
  }));
  return JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name } }, results }] });
}

describe('compare', () => {
  const text = `FROM alpine:3.20
RUN echo LOUD
RUN a \\
  RISKY
RUN echo OPTIONAL
# docker-patterns ignore=loud-word
RUN LOUD
RUN FAINT
RUN VERY
`;

  it('tells what is the same, what only they report and why, and what is only ours', async () => {
    const report = hadolint(
      ['DL3001', 2],
      ['DL3003', 3],
      ['DL3004', 5],
      ['DL3001', 7],
      ['DL3006', 8],
      ['SC2086', 9],
      ['SC9999', 9],
      ['DL3003', 9],
      ['DL1000', 1],
    );
    const cwd = folder({
      Dockerfile: text,
      'h.json': report,
      '.docker-patterns.yaml': 'rules:\n  faint-word: off\n  dated-word: off\n',
    });
    const { code, stdout, stderr } = await call(cwd, 'h.json');
    expect(stderr).toBe('');
    expect(stdout).toBe(`Dockerfile
  the same: 2
  only hadolint:
    1 DL1000: there is no rule for DL1000
    5 DL3004: optional-word is in the profile all only
    7 DL3001: a comment hides loud-word
    8 DL3006: faint-word is off: .docker-patterns.yaml:2
    9 DL3003: risky-word finds nothing here; about DL3003
    9 SC2086: vague-word: We know better.
    9 SC9999: there is no rule for SC9999

2 the same, 7 only reported by hadolint (1 without a reason), 0 only found here.
`);
    expect(code).toBe(1);
  });

  it('ends with 0 where everything has a reason, and shows what is only ours', async () => {
    const cwd = folder({ Dockerfile: 'FROM alpine:3.20\nRUN LOUD EAGER\n', 'h.json': '[]' });
    const { code, stdout } = await call(cwd, 'h.json', 'Dockerfile');
    expect(stdout).toBe(`Dockerfile
  the same: 0
  only here:
    2:5 warning loud-word (DL3001 in hadolint)
    2:10 warning eager-word (hadolint has no such check)

0 the same, 0 only reported by hadolint, 2 only found here.
`);
    expect(code).toBe(0);
  });

  it('as JSON', async () => {
    const cwd = folder({
      Dockerfile: 'FROM alpine:3.20\nRUN LOUD\nRUN EAGER\n',
      'h.json': hadolint(['DL3001', 2], ['DL3003', 3]),
    });
    const { code, stdout } = await call(cwd, '--format', 'json', 'h.json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      tool: 'hadolint',
      files: [
        {
          path: 'Dockerfile',
          same: [{ id: 'DL3001', line: 2, rule: 'loud-word' }],
          onlyTheirs: [
            {
              id: 'DL3003',
              line: 3,
              message: 'about DL3003',
              reason: { kind: 'unexplained', text: 'risky-word finds nothing here' },
            },
          ],
          onlyOurs: [
            {
              rule: 'eager-word',
              severity: 'warning',
              message: expect.stringContaining('EAGER') as string,
              line: 3,
              ids: [],
            },
          ],
        },
      ],
      summary: { same: 1, onlyTheirs: 1, unexplained: 1, onlyOurs: 1 },
    });
  });

  it('what is off by a configuration of another tool, or left out, has that as its reason', async () => {
    const cwd = folder({
      'a/Dockerfile': 'FROM alpine:3.20\nRUN LOUD\n',
      'a/.trivyignore': 'DS-0002\n',
      'b/Dockerfile': 'FROM alpine:3.20\nRUN LOUD\n',
      'b/.docker-patterns.yaml': 'exclude: ["*"]\n',
      'h.json': hadolint(['DL3001', 2, 'a/Dockerfile'], ['DL3001', 2, 'b/Dockerfile']),
    });
    const { code, stdout } = await call(cwd, 'h.json');
    expect(code).toBe(0);
    expect(stdout).toContain('2 DL3001: DS-0002 is off in a/.trivyignore:1');
    expect(stdout).toContain('2 DL3001: the file is left out by "exclude"');
  });

  it('takes standard input, flags, and files that a report names otherwise', async () => {
    const cwd = folder({
      'app/Dockerfile': text,
      'app/b/Dockerfile': text,
      'other.txt': 'FROM alpine:3.20\nRUN LOUD\n',
    });
    const report = sarif('Hadolint', ['DL3001', 2, 'file:///elsewhere/app/Dockerfile'], ['DL3001', 2, 'x/other.txt']);
    const { stdout } = await cli(cwd, ['compare', '--rule', 'risky-word=off', '-', 'app', 'other.txt'], {
      rules,
      stdin: report,
    });
    expect(stdout).toContain('app/Dockerfile\n  the same: 1\n');
    expect(stdout).toContain('other.txt\n  the same: 1\n');
    expect(stdout).toContain('app/b/Dockerfile\n  the same: 0\n');
    expect(stdout).not.toContain('risky-word');
  });

  it.each([
    [['compare'], 'compare wants the report'],
    [['compare', 'none.json'], 'there is no such file'],
    [['compare', 'Dockerfile'], 'is no JSON or SARIF report'],
    [['compare', 'x.json', '--format', 'sarif'], '--format cannot be "sarif"'],
  ])('%j is wrong', async (argv, message) => {
    const cwd = folder({ Dockerfile: 'FROM a\n' });
    const { code, stderr } = await cli(cwd, argv, { rules });
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  it('a file of the report that is not there ends with 2, and the others are compared', async () => {
    const cwd = folder({ Dockerfile: 'FROM a\n', 'h.json': hadolint(['DL3001', 1, 'gone/Dockerfile'], ['DL3002', 1]) });
    const { code, stdout, stderr } = await call(cwd, 'h.json');
    expect([code, stderr]).toEqual([2, 'gone/Dockerfile is named in the report and not there.\n']);
    expect(stdout).toContain('DL3002');
  });
});

describe('reports', () => {
  const ids = (text: string): readonly string[] | undefined =>
    readReport(text)?.findings.map(({ tool, id, path, line }) => `${tool} ${id} ${path}:${line ?? ''}`);

  it.each([
    [
      'hadolint',
      hadolint(['DL3001', 2, 'a\\Dockerfile'], ['SC2086', 3]),
      ['hadolint DL3001 a/Dockerfile:2', 'shellcheck SC2086 Dockerfile:3'],
    ],
    ['nothing', '[]', []],
    [
      'SARIF of Trivy',
      sarif('Trivy', ['AVD-DS-0002', 1, 'Dockerfile'], ['CVE-2024-1', 1, 'x']),
      ['trivy DS-0002 Dockerfile:1'],
    ],
    [
      'SARIF of KICS',
      sarif('KICS', ['fd54f200-402c-4333-a5a4-36ef6709af2f', 1, 'D']),
      ['kics Missing User Instruction D:1'],
    ],
    [
      'Trivy',
      JSON.stringify({
        SchemaVersion: 2,
        Results: [
          { Target: 'go.sum', Vulnerabilities: [{ VulnerabilityID: 'CVE-1' }] },
          {
            Target: 'a/Dockerfile',
            Misconfigurations: [
              { ID: 'DS002', Status: 'FAIL', Message: 'm', CauseMetadata: {} },
              { ID: 'DS-0001', Status: 'FAIL', CauseMetadata: { StartLine: 4, EndLine: 5 } },
              { ID: 'DS-0005', Status: 'PASS' },
            ],
          },
        ],
      }),
      ['trivy DS-0002 a/Dockerfile:', 'trivy DS-0001 a/Dockerfile:4'],
    ],
    ['a clean one of Trivy', '{"SchemaVersion":2,"ArtifactName":"."}', []],
    [
      'Checkov, of several frameworks',
      JSON.stringify([
        { check_type: 'secrets', results: { failed_checks: [{ check_id: 'CKV_SECRET_6' }] } },
        {
          check_type: 'dockerfile',
          results: { failed_checks: [{ check_id: 'CKV_DOCKER_3', file_path: '/Dockerfile', file_line_range: [1, 9] }] },
        },
      ]),
      ['checkov CKV_DOCKER_3 /Dockerfile:1'],
    ],
    ['a clean one of Checkov', '{"passed":0,"failed":0,"checkov_version":"3.3.30"}', []],
    [
      'KICS',
      JSON.stringify({
        kics_version: '2',
        queries: [
          { query_name: 'x', query_id: 'fd54f200-402c-4333-a5a4-36ef6709af2f', files: [{ file_name: 'D', line: 3 }] },
        ],
      }),
      ['kics Missing User Instruction D:3'],
    ],
  ])('%s', (_, text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  it.each(['', 'x', '3', 'null', '{}', '[1]', '{"runs":[]}', '{"runs":[{"tool":{"driver":{"name":"ESLint"}}}]}'])(
    '%j is none',
    (text) => {
      const found = ids(text);
      expect(found === undefined || found.length === 0).toBe(true);
    },
  );
});

it('what Trivy says of the whole file is found wherever the finding is', async () => {
  const cwd = folder({
    Dockerfile: 'FROM alpine:3.20\nRUN x\nRUN LOUD\n',
    't.sarif': sarif('Trivy', ['DS-0002', 1, 'Dockerfile']),
  });
  expect((await call(cwd, 't.sarif')).stdout).toContain('the same: 1');
});
