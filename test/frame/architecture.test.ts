import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../server/src/rules/index.js';

const root = join(import.meta.dirname, '../..');
const recommended = JSON.parse(readFileSync(join(import.meta.dirname, 'recommended.json'), 'utf8')) as Readonly<
  Record<string, string>
>;

interface SourceFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly lines: number;
  /** Imported files from the root, packages as they are named. */
  readonly imports: readonly string[];
}

const files = ['server/src', 'client/src'].flatMap(sourcesIn);

function sourcesIn(folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
    .filter((path) => path.endsWith('.ts'))
    .map(readSource);
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const specifiers = [...text.matchAll(/(?:^|[\s}])(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  const imports = specifiers.map((name) => (name.startsWith('.') ? posix.join(dirname(path), name) : name));
  return { path, lines: text.split('\n').length - 1, imports };
}

/** Imports of files under `folder` that none of the allowed places holds. */
function strangers(folder: string, allowed: readonly string[]): readonly string[] {
  return files
    .filter(({ path }) => path.startsWith(`${folder}/`))
    .flatMap(({ path, imports }) => imports.map((name) => ({ path, name })))
    .filter(({ name }) => !allowed.some((place) => name === place || name.startsWith(`${place}/`)))
    .map(({ path, name }) => `${path} imports ${name}`);
}

const generated = [
  'server/src/rules/index.ts',
  'server/src/rules/pages.ts',
  'server/src/guide/sections.ts',
  'server/src/snippets/index.ts',
];

describe('layers', () => {
  const engine = 'server/src/engine';
  const derived = ['server/src/guide', 'server/src/rules', 'server/src/snippets'];

  test('the engine imports only itself and pure packages', () => {
    const packages = ['yaml', 'unbash', 'picomatch', 'compose-schema'];
    // Tables out of what people read and insert.
    const written = ['server/src/guide/sections.js', 'server/src/snippets/index.js'];
    expect(strangers(engine, [engine, ...written, ...packages])).toEqual([]);
  });

  test('a rule imports only the engine, never another rule', () => {
    const found = strangers('server/src/rules', [engine]);
    expect(found.filter((line) => !generated.some((path) => line.startsWith(path)))).toEqual([]);
  });

  test('the server of the language knows no host', () => {
    const packages = [
      'vscode-languageserver',
      'vscode-languageserver-textdocument',
      'vscode-languageserver-types',
      'vscode-uri',
      'dockerfile-language-service',
      'dockerfile-utils',
    ];
    expect(strangers('server/src/lsp', ['server/src/lsp', engine, ...derived, ...packages])).toEqual([]);
  });

  test.each(['node', 'browser', 'cli'])('%s does not reach into the client', (host) => {
    expect(strangers(`server/src/${host}`, []).filter((line) => / imports (?:client|vscode$)/.test(line))).toEqual([]);
  });

  test('the client knows nothing of the server', () => {
    expect(strangers('client/src', []).filter((line) => / imports server/.test(line))).toEqual([]);
  });

  test('parsers of others stay behind their adapters', () => {
    const uses = (name: string): readonly string[] =>
      files
        .filter(({ imports }) => imports.some((each) => each === name || each.startsWith(`${name}/`)))
        .map(({ path }) => dirname(path));
    expect(new Set(uses('unbash')).size).toBeLessThanOrEqual(1);
    expect(uses('compose-schema')).toEqual([`${engine}/compose/schema`]);
    expect(uses('yaml').filter((folder) => !folder.startsWith(`${engine}/`))).toEqual([]);
  });
});

describe('sizes', () => {
  test('a rule has at most 80 lines, another file 300', () => {
    const tooLong = [...files, ...['server/tools', 'test'].flatMap(sourcesIn)].filter(({ path, lines }) => {
      if (generated.includes(path)) return false;
      return lines > (path.startsWith('server/src/rules/') ? 80 : 300);
    });
    expect(tooLong.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });
});

describe('rules', () => {
  const names = rules.flatMap(({ id, aliases }) => [id, ...(aliases ?? [])]);

  test('ids and old ids are unique and say what is found', () => {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(
      names.filter((name) => !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name) || /^(?:no|prefer)-/.test(name)),
    ).toEqual([]);
  });

  test('what a rule declares is whole', () => {
    for (const rule of rules) {
      expect(Object.isFrozen(rule), rule.id).toBe(true);
      expect(rule.title, rule.id).toMatch(/^[A-Z].*[^.]$/);
      expect(rule.link, rule.id).toMatch(/^https:\/\/[^\s]+$/);
      expect(rule.tags.length, rule.id).toBeGreaterThan(0);
    }
  });

  test('the recommended ids and severities are frozen', () => {
    const now = Object.fromEntries(
      rules.filter(({ profile }) => profile === 'recommended').map(({ id, severity }) => [id, severity]),
    );
    expect(now, 'Name the change in CHANGELOG.md and run: npm run generate -- --freeze').toEqual(recommended);
  });

  test('a frozen id never goes: it stays as an alias', () => {
    expect(Object.keys(recommended).filter((id) => !names.includes(id))).toEqual([]);
  });
});
