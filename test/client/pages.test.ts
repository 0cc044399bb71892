import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { URI } from 'vscode-uri';
import type { Connection } from 'vscode-languageserver';
import { linterOf } from '../../server/src/lsp/linter.js';
import { registerRulePages } from '../../server/src/lsp/rulePages.js';
import { rules } from '../../server/src/rules/index.js';
import { pageTexts } from '../../server/tools/build/pages.js';
import { labelled } from '../../client/src/labels.js';
import { Pages, type RuleHead } from '../../client/src/pages.js';

const root = join(import.meta.dirname, '../..');

vi.mock('vscode', () => {
  class FileSystemError extends Error {
    static readonly FileNotFound = (uri: URI) => new FileSystemError(`no file ${uri.path}`);
    static readonly NoPermissions = (uri: URI) => new FileSystemError(`no writing ${uri.path}`);
  }
  return {
    Disposable: Object,
    EventEmitter: class {
      readonly event = undefined;
    },
    FileSystemError,
    FileType: { File: 1, Directory: 2 },
    Uri: { from: (parts: { scheme: string; path: string }) => URI.from(parts) },
  };
});

afterAll(() => vi.doUnmock('vscode'));

const read: string[] = [];
const readFile = (path: string): Promise<Uint8Array> => {
  read.push(path);
  const packed = path === 'dist/pages.json';
  const text = packed ? JSON.stringify(pageTexts(root)) : readFileSync(join(root, path), 'utf8');
  return Promise.resolve(new TextEncoder().encode(text));
};
const pages = new Pages(readFile, headsOfServer);
const at = (path: string) => Pages.uri(path);
const texts = Object.keys(pageTexts(root)).map((path) => [path, readFileSync(join(root, path), 'utf8')] as const);
const textOf = async (from: Pages, path: string) => new TextDecoder().decode(await from.readFile(at(path)));

/** What the server answers. */
function headsOfServer(): Promise<Readonly<Record<string, RuleHead>>> {
  let answer: () => Promise<Readonly<Record<string, RuleHead>>> = () => Promise.resolve({});
  const onRequest = (_name: string, handler: typeof answer) => (answer = handler);
  registerRulePages({ onRequest } as unknown as Connection, linterOf(rules));
  return answer();
}

describe('the pages of the extension', () => {
  test('are read from one file, once', async () => {
    for (const [path, text] of texts) {
      // The first paragraph comes on one line.
      const oneLine = (page: string) => page.replace(/\s+/g, ' ');
      const shown = path.startsWith('docs/rules/') ? labelled(text) : text;
      expect(oneLine(await textOf(pages, path)), path).toBe(oneLine(shown));
    }
    expect(read.filter((path) => path.endsWith('pages.json'))).toHaveLength(1);
  });

  test('and their pictures are what every link leads to', async () => {
    const links = texts.flatMap(([path, text]) => {
      const prose = text.replace(/^(`{3,}).*\n[\s\S]*?^\1$/gm, '').replace(/`[^`\n]*`/g, '');
      return [...prose.matchAll(/\]\(([^)#:\s]+)(?:#[^)\s]*)?\)/g)].map(([, to = '']) => [path, to] as const);
    });
    expect(links.length).toBeGreaterThan(500);
    for (const [path, to] of links) {
      const target = posix.join(posix.dirname(path), to);
      expect((await pages.stat(at(target))).type, `${path}: ${to}`).toBe(1);
    }
  });

  test('say of every example what it shows, in a language that the preview knows', () => {
    const page =
      '# a\n\n```compose bad\na: 1\n# ^\n```\n\n```compose fixed\nb: 1\n```\n\n````files docker/Dockerfile\n```dockerfile bad\n````\n';
    expect(labelled(page)).toBe(
      '# a\n\n*Found, at the words above the carets:*\n\n```yaml\na: 1\n# ^\n```\n\n*After the fix:*\n\n```yaml\nb: 1\n```\n\n' +
        '*With these files around `docker/Dockerfile`:*\n\n````text\n```dockerfile bad\n````\n',
    );
    for (const [path, text] of texts.filter(([each]) => each.startsWith('docs/rules/'))) {
      expect(labelled(text), path).not.toMatch(/^`{3}\w+ (?:bad|good|fixed|config|shellcheck)/m);
    }
  });

  test('hold no mark that the server does not fill', async () => {
    for (const [path] of texts) expect(await textOf(pages, path)).not.toMatch(/<!-- (?:facts|lead) -->/);
  });

  test('show their examples where the server does not start, and all as soon as it does', async () => {
    const answers = [() => Promise.reject(new Error()), () => Promise.resolve(undefined)];
    const some = new Pages(readFile, () => (answers.shift() ?? headsOfServer)());
    const path = 'docs/rules/dockerfile/missing-user.md';
    const examples = /^# missing-user\n[^]*FROM node:24-alpine/;
    expect(await textOf(some, path)).toMatch(examples);
    expect(await textOf(some, path)).toMatch(examples);
    expect(await textOf(some, path)).toContain('- Severity: warning; profile: recommended');
  });

  test('tell what each rule asks for', async () => {
    const rules = await pages.rules();
    expect(rules.get('docs/rules/dockerfile/missing-user.md')).toBe(
      'Run the container as a user without special rights',
    );
    expect([...rules].filter(([, title]) => title === '')).toEqual([]);
  });

  test('lie in folders', async () => {
    expect(await pages.stat(at('docs/rules'))).toMatchObject({ type: 2 });
    expect(await pages.readDirectory(at(''))).toEqual([
      ['guide', 2],
      ['docs', 2],
    ]);
    expect(await pages.readDirectory(at('docs/rules/dockerignore'))).toContainEqual(['indented-comment.md', 1]);
  });

  test('are the only files, and cannot be written', async () => {
    for (const path of ['package.json', 'guide/../package.json', 'guide/images/../../package.json', 'guide/none.md']) {
      await expect(pages.readFile(at(path)), path).rejects.toThrow('no file');
    }
    expect(() => pages.writeFile(at('guide/README.md'))).toThrow('no writing');
    expect(() => pages.delete(at('guide/README.md'))).toThrow('no writing');
  });
});
