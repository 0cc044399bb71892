import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { URI } from 'vscode-uri';
import { insertables } from '../../server/tools/build/pages.js';
import { snippets } from '../../server/src/snippets/index.js';

const root = join(import.meta.dirname, '../..');

interface Editor {
  readonly document: ReturnType<typeof documentOf>;
  readonly selection: { readonly active: { readonly line: number } };
  readonly insertSnippet: (snippet: { value: string }, at: { line: number; character: number }) => Promise<boolean>;
}

const state = vi.hoisted(() => ({
  active: undefined as Editor | undefined,
  visible: [] as Editor[],
  made: [] as string[],
  inserted: [] as { in: string; text: string; at: readonly [number, number] }[],
  read: [] as string[],
}));

function documentOf(uri: string, languageId: string, text: string) {
  const lines = text.split('\n');
  const lineAt = (lineNumber: number) => ({
    lineNumber,
    text: lines[lineNumber]!,
    isEmptyOrWhitespace: lines[lineNumber]!.trim() === '',
    range: { end: { line: lineNumber, character: lines[lineNumber]!.length } },
  });
  return { uri: URI.parse(uri), languageId, lineCount: lines.length, lineAt };
}

function editor(uri: string, languageId: string, text = '', line = 0): Editor {
  return {
    document: documentOf(uri, languageId, text),
    selection: { active: { line } },
    insertSnippet: ({ value }, { line: at, character }) => {
      state.inserted.push({ in: uri, text: value, at: [at, character] });
      return Promise.resolve(true);
    },
  };
}

vi.mock('vscode', () => ({
  Position: class {
    constructor(
      readonly line: number,
      readonly character: number,
    ) {}
  },
  SnippetString: class {
    constructor(readonly value: string) {}
  },
  window: {
    get activeTextEditor() {
      return state.active;
    },
    get visibleTextEditors() {
      return state.visible;
    },
    showTextDocument: (document: { readonly uri: URI; readonly languageId: string }) =>
      Promise.resolve(editor(document.uri.toString(), document.languageId)),
  },
  workspace: {
    workspaceFolders: undefined,
    openTextDocument: ({ language }: { language: string }) => {
      state.made.push(language);
      return Promise.resolve(documentOf('untitled:Untitled-1', language, ''));
    },
  },
}));

const { insertFrom } = await import('../../client/src/insert.js');
vi.stubGlobal('insertables', insertables(root));

afterAll(() => {
  vi.unstubAllGlobals();
  vi.doUnmock('vscode');
});

beforeEach(() => {
  Object.assign(state, { active: undefined, visible: [], made: [], inserted: [], read: [] });
});

const insert = (link: string): Promise<void> =>
  insertFrom(URI.parse(`vscode://docker-patterns.docker-patterns${link}`), (file) => {
    state.read.push(file);
    return Promise.resolve(readFileSync(join(root, 'snippets', file), 'utf8'));
  });
const body = (id: string): string => snippets.find((snippet) => snippet.id === id)!.body;

describe('a link that inserts a snippet', () => {
  test.each([
    ['/insert?snippet=nothing-of-that-name'],
    ['/insert?snippet='],
    ['/insert?snippet=../package'],
    ['/insert?snippet=user&then=more'],
    ['/insert?id=user'],
    ['/insert'],
    ['/?snippet=user'],
    ['/insert/?snippet=user'],
    ['/run?snippet=user'],
  ])('does nothing for %s', async (link) => {
    state.active = editor('file:///w/Dockerfile', 'dockerfile');
    await insert(link);
    expect([state.inserted, state.made, state.read]).toEqual([[], [], []]);
  });

  test('takes the active editor, below the instruction at the cursor', async () => {
    const text = 'FROM alpine:3.23\nRUN apk add \\\n    git\nCMD ["sh"]';
    state.active = editor('file:///w/Dockerfile', 'dockerfile', text, 1);
    await insert('/insert?snippet=user-alpine');
    expect(state.inserted).toEqual([{ in: 'file:///w/Dockerfile', text: body('user-alpine'), at: [3, 0] }]);
    expect(state.made).toEqual([]);
  });

  test.each([
    ['dockerfile', 'user', 'FROM alpine:3.23\n\n', 1, [1, 0], ''],
    ['dockerfile', 'user', 'FROM alpine:3.23', 0, [0, 16], '\n'],
    ['dockercompose', 'compose-user', 'services:\n  a:\n    image: b', 2, [2, 12], '\n'],
    ['dockercompose', 'compose-user', 'services:\n  a:\n    ', 2, [2, 4], ''],
    ['typescript', 'health-express', '', 0, [0, 0], ''],
  ] as const)('in %s, %s goes where a line is free', async (language, id, text, line, at, before) => {
    state.active = editor('file:///w/a', language, text, line);
    await insert(`/insert?snippet=${id}`);
    expect(state.inserted).toEqual([{ in: 'file:///w/a', text: before + body(id), at }]);
  });

  test('takes the only editor of the language in sight while a page has the focus', async () => {
    state.visible = [editor('file:///w/a.yaml', 'yaml'), editor('file:///w/Dockerfile', 'dockerfile')];
    await insert('/insert?snippet=user');
    expect(state.inserted.map((done) => done.in)).toEqual(['file:///w/Dockerfile']);
  });

  test('asks no editor of another language, no left side of a diff, and not one of two', async () => {
    state.active = editor('file:///w/a.yaml', 'yaml');
    state.visible = [state.active, editor('git:/w/Dockerfile', 'dockerfile')];
    await insert('/insert?snippet=user');
    state.visible = [editor('file:///w/a/Dockerfile', 'dockerfile'), editor('file:///w/b/Dockerfile', 'dockerfile')];
    await insert('/insert?snippet=compose-dev');
    await insert('/insert?snippet=user');
    expect(state.made).toEqual(['dockerfile', 'dockercompose', 'dockerfile']);
    expect(new Set(state.inserted.map((done) => done.in))).toEqual(new Set(['untitled:Untitled-1']));
  });

  test('reads nothing but the file of the snippet, and that once', async () => {
    await insert('/insert?snippet=gha-build');
    expect(state.read).toEqual(['github-actions.code-snippets']);
    expect(state.made).toEqual(['yaml']);
  });
});
