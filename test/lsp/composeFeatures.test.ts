import { join } from 'node:path';
import type {
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Location,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { expect, it } from 'vitest';
import { at } from './client.js';
import { uriOf, workspace } from './files.js';
import { using, withEvery } from './variants.js';

const text = `# one
# two
x-base: &base
  restart: always
services:
  web:
    <<: *base
    build: .
    depends_on: [db, "cache"]
    networks:
      - front
    secrets: [token]
    volumes:
      - data:/data
      - ./src:/src
  db:
    image: postgres:18
    <<: *base
  cache: { image: "redis:8" }
  worker:
    extends: web
    network_mode: service:db
networks:
  front:
volumes:
  data:
    name: shop
secrets:
  token:
    file: ./token.txt
`;

withEvery('editing features of Compose files', ({ full, start }) => {
  it('outline sections with what they declare', () =>
    using(start(), async (client) => {
      const uri = uriOf('/w/compose.yaml');
      await client.open(uri, text, 'dockercompose');
      const symbols = await client.request<(DocumentSymbol | SymbolInformation)[]>('textDocument/documentSymbol', {
        textDocument: { uri },
      });
      if (!full) {
        expect(symbols.map(({ name }) => name).slice(0, 6)).toEqual([
          'x-base',
          'services',
          'web',
          'build .',
          'depends_on',
          'networks',
        ]);
        return;
      }
      const nested = symbols as readonly DocumentSymbol[];
      expect(nested.map(({ name, children }) => [name, children?.map((child) => child.name)])).toEqual([
        ['x-base', undefined],
        ['services', ['web', 'db', 'cache', 'worker']],
        ['networks', ['front']],
        ['volumes', ['data']],
        ['secrets', ['token']],
      ]);
      const cache = nested[1]?.children?.[2];
      expect(cache?.children?.map(({ name, detail }) => [name, detail])).toEqual([['image', 'redis:8']]);
      expect(cache?.range).toEqual({ start: { line: 18, character: 2 }, end: { line: 18, character: 29 } });
      expect(cache?.selectionRange.end.character).toBe(7);
    }));

  it('fold entries, items and comments', () =>
    using(start(), async (client) => {
      const uri = uriOf('/w/compose.yaml');
      await client.open(uri, text, 'dockercompose');
      const ranges = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } });
      expect(ranges.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
        [0, 1],
        [2, 3],
        [4, 21],
        [5, 14],
        [9, 10],
        [12, 14],
        [15, 17],
        [19, 21],
        [22, 23],
        [24, 26],
        [25, 26],
        [27, 29],
        [28, 29],
      ]);
    }));

  it('lead to declarations, and show every use', () =>
    using(start(), async (client) => {
      const uri = uriOf('/w/compose.yaml');
      await client.open(uri, text, 'dockercompose');
      const textDocument = { uri };
      const places: readonly (readonly [string, string, number])[] = [
        ['db, "cache"', 'db:\n', 3],
        ['cache"]', 'cache: {', 2],
        ['front\n    secrets', 'front:\n', 2],
        ['token]', 'token:\n', 2],
        ['data:/data', 'data:\n', 2],
        ['web\n    network', 'web:', 2],
        ['db\nnetworks', 'db:\n', 3],
        ['base\n    build', 'base\n  restart', 3],
      ];
      for (const [use, target, uses] of places) {
        const params = { textDocument, position: at(text, use).start };
        const definition = await client.request<Location>('textDocument/definition', params);
        expect([use, definition.range.start]).toEqual([use, at(text, target).start]);
        const marked = await client.request<DocumentHighlight[]>('textDocument/documentHighlight', params);
        expect([use, marked.length, marked.filter(({ kind }) => kind === 3).length]).toEqual([use, uses, 1]);
      }
      const nothing = { textDocument, position: at(text, './src').start };
      expect(await client.request('textDocument/definition', nothing)).toBeNull();
      expect(await client.request('textDocument/documentHighlight', nothing)).toEqual([]);
    }));

  it('rename what a file declares with all that refers to it', () =>
    using(start({ folder: workspace() }), async (client) => {
      const uri = uriOf('/w/compose.yaml');
      await client.open(uri, text, 'dockercompose');
      const renames: readonly (readonly [string, RegExp, string])[] = [
        ['db, "cache"', /\bdb\b/g, 'store'],
        ['cache: {', /\bcache\b/g, 'memory'],
        ['front:', /\bfront\b/g, 'edge'],
        ['data:\n', /\bdata(?=:)/g, 'files'],
        ['base\n    build', /\bbase\b(?! *:)/g, 'common'],
      ];
      for (const [place, pattern, newName] of renames) {
        const before = client.text(uri);
        const params = { textDocument: { uri }, position: at(before, place).start, newName };
        const edit = await client.request<WorkspaceEdit>('textDocument/rename', params);
        const expected = before.replace(pattern, newName).replace(`x-${newName}`, 'x-base');
        expect(await client.apply(uri, { title: 'rename', edit })).toBe(expected);
        await client.replace(uri, text);
      }
    }));

  it('say why a name cannot be renamed', () =>
    using(start({ folder: workspace() }), async (client) => {
      const uri = uriOf('/w/compose.yaml');
      const more = `services:
  web:
    image: nginx:1.29
    environment:
      DB: postgres://app@db:5432/app
    volumes: [data:/data]
  db:
    image: postgres:18
volumes:
  data:
`;
      await client.open(uri, more, 'dockercompose');
      const rename = (place: string, newName: string): Promise<unknown> =>
        client.request('textDocument/rename', {
          textDocument: { uri },
          position: at(more, place).start,
          newName,
        });
      await expect(rename('db:\n', 'store')).rejects.toThrow('Line 5 may name the host db.');
      await expect(rename('data:\n', 'files')).rejects.toThrow('new, empty volume');
      await expect(rename('web:\n', 'db')).rejects.toThrow('There already is a db under services.');
      await expect(rename('web:\n', 'a b')).rejects.toThrow('letters, digits');
      await expect(rename('web:\n', '1')).rejects.toThrow('Start it with a letter');
      expect(await rename('image: nginx', 'x')).toBeNull();
    }));

  it('know the other files of the project', () => {
    const folder = workspace({
      'compose.yaml': 'services:\n  web:\n    image: nginx:1.29\n  db:\n    image: postgres:18\n',
      'compose.override.yaml': '',
    });
    return using(start({ folder }), async (client) => {
      const uri = uriOf(join(folder, 'compose.override.yaml'));
      const own = 'services:\n  web:\n    depends_on: [db]\n  other:\n    image: nginx:1.29\n';
      await client.open(uri, own, 'dockercompose');
      const use = { textDocument: { uri }, position: at(own, 'db').start };
      expect(await client.request('textDocument/definition', use)).toEqual({
        uri: uriOf(join(folder, 'compose.yaml')),
        range: { start: { line: 3, character: 2 }, end: { line: 3, character: 4 } },
      });
      const web = { textDocument: { uri }, position: at(own, 'web').start };
      await expect(client.request('textDocument/prepareRename', web)).rejects.toThrow(
        'compose.yaml speaks of web, too.',
      );
    });
  });
});
