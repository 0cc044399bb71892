import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { Snippet } from '../../server/src/snippets/types.js';
import { sectionsOf, slugOf } from '../../server/tools/generate/page.js';
import { guideSectionsOf } from '../../server/tools/generate/code.js';
import { guideWithBlocks } from '../../server/tools/generate/guide.js';
import { snippetProblems } from '../../server/tools/generate/snippets.js';
import { between, pageWithFacts } from '../../server/tools/generate/tables.js';
import { ruleOf } from './rules.js';

const root = join(import.meta.dirname, '../..');

function run(cwd: string, ...args: readonly string[]): { readonly code: number | null; readonly out: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['server/tools/run.mjs', ...args], {
    cwd,
    encoding: 'utf8',
  });
  return { code: status, out: stdout + stderr };
}

test('everything that is derived is up to date', () => {
  expect(run(root, 'generate', '--check')).toEqual({ code: 0, out: '' });
});

describe('in a copy of the project', () => {
  const copy = mkdtempSync(join(tmpdir(), 'generate-'));
  afterAll(() => rmSync(copy, { recursive: true, force: true }));
  for (const path of [
    'package.json',
    'server',
    'docs',
    'guide',
    'snippets',
    'README.md',
    'tsconfig.json',
    'tsconfig.base.json',
  ]) {
    cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  mkdirSync(join(copy, 'test/frame'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');

  test('a new rule is there with its page, its index and its setting', () => {
    const { code, out } = run(copy, 'new-rule', 'dockerfile', 'brand-new-thing');
    expect(out).toContain('docs/rules/dockerfile/brand-new-thing.md');
    expect(code).toBe(0);
    const read = (path: string): string => readFileSync(join(copy, path), 'utf8');
    expect(read('server/src/rules/index.ts')).toContain("from './dockerfile/brand-new-thing.js'");
    expect(read('package.json')).toContain('"brand-new-thing"');
    expect(read('docs/rules/dockerfile/brand-new-thing.md')).toContain('<!-- facts:start -->');
    expect(run(copy, 'new-rule', 'dockerfile', 'brand-new-thing')).toMatchObject({ code: 2 });
    expect(run(copy, 'new-rule', 'dockerfile', 'Not_An_Id')).toMatchObject({ code: 2 });
  });

  test('a stale file and a missing index are found, told and written again', () => {
    rmSync(join(copy, 'server/src/rules/index.ts'));
    writeFileSync(join(copy, 'docs/rules/README.md'), 'old');
    const { code, out } = run(copy, 'generate', '--check');
    expect(code).toBe(1);
    expect(out).toContain('server/src/rules/index.ts is stale.');
    expect(out).toContain('docs/rules/README.md is stale.');
    expect(out).toContain('Run: npm run generate');
    expect(run(copy, 'generate').code).toBe(0);
    expect(run(copy, 'generate', '--check').code).toBe(0);
  });

  test('a rule without a page is told', () => {
    rmSync(join(copy, 'docs/rules/dockerfile/brand-new-thing.md'));
    const { code, out } = run(copy, 'generate', '--check');
    expect(code).toBe(1);
    expect(out).toContain('The rule brand-new-thing has no page docs/rules/dockerfile/brand-new-thing.md.');
  });
});

test('a tool that is not there is told', () => {
  expect(run(root, '../evil')).toMatchObject({ code: 2 });
});

describe('the schema of the configuration file', () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(join(root, 'docs/schema/docker-patterns.schema.json'), 'utf8')) as object,
  );

  test.each([
    ['', true],
    ['profile: all\nrules: {unused-suppression: off, root-user: [warning]}\nexclude: vendor\n', true],
    ['overrides: [{files: ["*"], rules: {root-user: error}}]\nextends: a.yaml\n', true],
    ['rules: {nope: off}\n', false],
    ['rules: {root-user: loud}\n', false],
    ['overrides: [{rules: {}}]\n', false],
    ['profil: all\n', false],
  ])('%j is valid: %s', (text, valid) => {
    expect(validate(parseYaml(text))).toBe(valid);
  });
});

describe('Markdown', () => {
  test('headings, leads and fences', () => {
    const sections = sectionsOf(
      '# A `b`\n\nOne\ntwo.\n\nMore.\n\n```dockerfile bad\n# no heading\n```\n\n## B\n\n- list\n\nText\n',
    );
    expect(sections.map(({ heading, level, lead }) => [heading, level, lead])).toEqual([
      ['A `b`', 1, 'One two.'],
      ['B', 2, 'Text'],
    ]);
    expect(sections[0]?.blocks).toEqual([{ info: 'dockerfile bad', text: '# no heading\n', line: 7 }]);
  });

  test('anchors as GitHub makes them', () => {
    const seen = new Map<string, number>();
    expect(
      ['What is it?', '`COPY --from`', 'A  B_c', 'What is it?', '[Link](x) é'].map((each) => slugOf(each, seen)),
    ).toEqual(['what-is-it', 'copy---from', 'a--b_c', 'what-is-it-1', 'link-é']);
  });

  test('the guide: ids, titles and the official link', () => {
    const problems: string[] = [];
    const text =
      '# Users\n\nLead.\nSee <https://example.com/other>.\n\n## Why\n\nBecause.\n\n## Official documentation\n\n- [x](https://docs.docker.com/x/)\n';
    const bare = { path: 'guide/b.md', text: '# B\n', sections: sectionsOf('# B\n') };
    const sections = guideSectionsOf(
      [{ path: 'guide/users.md', text, sections: sectionsOf(text) }, bare],
      (problem) => {
        problems.push(problem);
      },
    );
    expect(sections.map(({ id }) => id)).toEqual(['users', 'users#why', 'users#official-documentation', 'b']);
    expect(sections[1]).toEqual({
      id: 'users#why',
      title: 'Why',
      link: 'https://docs.docker.com/x/',
    });
    expect(problems).toEqual(['guide/b.md has no https link; put one under "## Official documentation".']);
  });

  test('the guide names what watches and what inserts its patterns, above the official pages', () => {
    const fileOf = (text: string) => ({ path: 'guide/run-as-non-root.md', text, sections: sectionsOf(text) });
    const text = '# Users\n\nLead.\n\n## Official documentation\n\n- [x](https://docs.docker.com/x/)\n';
    const rules = [
      { rule: ruleOf({ id: 'x', guide: 'run-as-non-root#adding-a-user', title: 'Do it' }), stem: 'dockerfile/x' },
      { rule: ruleOf({ id: 'y', guide: 'run-as-non-root', title: 'Do that', profile: 'all' }), stem: 'compose/y' },
      { rule: ruleOf({ id: 'z', guide: 'tmpfs' }), stem: 'dockerfile/z' },
    ];
    const snippet: Snippet = {
      id: 'user',
      title: 'User',
      kind: 'dockerfile',
      section: 'run-as-non-root',
      description: 'A user',
      prefixes: ['dp-user', 'nonroot'],
      body: 'USER 10001',
    };
    const written = guideWithBlocks(fileOf(text), rules, [snippet]);
    expect(written.text).toBe(`# Users

Lead.

<!-- rules:start -->
## Rules

These look for it in your files:

- [x](../docs/rules/dockerfile/x.md): Do it
- [y](../docs/rules/compose/y.md): Do that (off by default)
<!-- rules:end -->

<!-- snippets:start -->
## Snippets

Type the word and choose the suggestion, or follow the link in VS Code:

- \`dp-user\` or \`nonroot\` in a Dockerfile: A user. [Insert this pattern](vscode://docker-patterns.docker-patterns/insert?snippet=user)
<!-- snippets:end -->

## Official documentation

- [x](https://docs.docker.com/x/)
`);
    expect(guideWithBlocks(written, rules, [snippet]).text).toBe(written.text);
    expect(guideWithBlocks(written, [], []).text).toContain('<!-- rules:start -->\n<!-- rules:end -->');
    expect(guideSectionsOf([written], () => undefined).map(({ id }) => id)).toEqual([
      'run-as-non-root',
      'run-as-non-root#official-documentation',
    ]);
    const others: readonly Snippet[] = [
      snippet,
      { ...snippet, section: 'gone' },
      { ...snippet, id: 'shell', kind: 'shellscript', prefixes: ['dp-shell', 'shell'] },
      { ...snippet, id: 'Tool', prefixes: ['dp-Tool'] },
    ];
    expect(snippetProblems(others, new Set(['run-as-non-root']))).toEqual([
      'The snippet dp-user of snippets/dockerfile.json has the id of another one.',
      'The snippet dp-user of snippets/dockerfile.json names no file of the guide.',
      'The snippet dp-shell of snippets/shellscript.json has a prefix without dp-, which is for dockerfile and dockercompose.',
      'The snippet dp-Tool of snippets/dockerfile.json has no first prefix of the form dp-small-words.',
    ]);
  });

  test('facts go under the title, and are replaced', () => {
    const rule = ruleOf({ id: 'x', equivalents: { trivy: ['DS-1'], hadolint: ['DL1', 'DL2'] }, fixes: ['safe'] });
    const page = pageWithFacts('# x\n\nLead.\n', rule, new Map());
    expect(page).toContain('- Elsewhere: hadolint DL1, DL2 · Trivy DS-1\n');
    expect(page.endsWith('<!-- facts:end -->\n\nLead.\n')).toBe(true);
    expect(pageWithFacts(page, rule, new Map())).toBe(page);
    expect(between('no markers', '<a>', '<b>', 'x')).toBeUndefined();
  });
});
