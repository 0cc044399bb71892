import { afterAll, describe, expect, test, vi } from 'vitest';
import { URI, Utils } from 'vscode-uri';
import { answer } from '../../client/src/files.js';

/** FileType of VS Code: a link also tells what it leads to. */
const [file, folder, link] = [1, 2, 64];
const workspaceFolders = vi.hoisted(() => ['vfs://host/w', 'vfs://host/w/inner']);
const tree: Readonly<Record<string, { readonly type: number; readonly text?: string }>> = {
  '/w/a': { type: folder },
  '/w/a/lock': { type: file, text: 'text' },
  '/w/linked': { type: folder | link },
  '/w/linked/lock': { type: file, text: 'secret' },
  '/w/lock': { type: file | link, text: 'secret' },
  '/w/inner/x': { type: file, text: 'x' },
  '/out/lock': { type: file, text: 'secret' },
};
const read = vi.hoisted(() => [] as string[]);

vi.mock('vscode', () => {
  class FileSystemError extends Error {
    readonly code = 'FileNotFound';
  }
  const entry = (uri: URI) => {
    const found = tree[uri.path];
    if (found === undefined) throw new FileSystemError();
    return found;
  };
  return {
    FileSystemError,
    FileType: { File: 1, Directory: 2, SymbolicLink: 64 },
    Uri: { parse: (text: string) => URI.parse(text), joinPath: Utils.joinPath },
    workspace: {
      workspaceFolders: workspaceFolders.map((uri) => ({ uri: URI.parse(uri) })),
      fs: {
        stat: (uri: URI) => Promise.resolve().then(() => ({ type: entry(uri).type, size: 1 })),
        readFile: (uri: URI) => {
          read.push(uri.path);
          return Promise.resolve(new TextEncoder().encode(entry(uri).text));
        },
        readDirectory: (uri: URI) => {
          read.push(uri.path);
          return Promise.resolve([['lock', file]]);
        },
      },
    },
  };
});

afterAll(() => vi.doUnmock('vscode'));

describe('a question about a file of the workspace', () => {
  test.each([
    ['/w/a/lock', 'present'],
    ['/w/inner/x', 'present'],
    ['/w/none', 'absent'],
    ['/w/a/none', 'absent'],
    ['/w/lock', 'unknown'],
    ['/w/linked', 'unknown'],
    ['/w/linked/lock', 'unknown'],
    ['/w/linked/none', 'unknown'],
    ['/w/a/../../out/lock', 'unknown'],
    ['/out/lock', 'unknown'],
  ])('%s is %s', async (path, presence) => {
    for (const kind of ['exists', 'read', 'list'] as const) {
      expect((await answer({ uri: `vfs://host${path}`, kind })).presence).toBe(presence);
    }
    expect((await answer({ uri: `other://host${path}`, kind: 'read' })).presence).toBe('unknown');
    expect(read.filter((place) => /linked|out|^\/w\/lock/.test(place))).toEqual([]);
  });
});
