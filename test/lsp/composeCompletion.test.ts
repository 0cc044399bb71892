import type { CompletionItem } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { composePlaceOf } from '../../server/src/lsp/completion/composePlace.js';
import type { TestClient } from './client.js';
import { uriOf, workspace } from './files.js';
import { using, withEvery } from './variants.js';

const rest = `networks:
  front:
volumes:
  data:
secrets:
  token:
    file: ./token.txt
`;

/** What is offered where `|` stands in a text, and the text after the first with a label was taken. */
async function offered(client: TestClient, text: string, context?: object): Promise<CompletionItem[]> {
  const uri = uriOf('/w/compose.yaml');
  const at = text.indexOf('|');
  const whole = text.slice(0, at) + text.slice(at + 1);
  await client.open(uri, whole, 'dockercompose');
  const position = TextDocument.create(uri, '', 0, whole).positionAt(at);
  const params = { textDocument: { uri }, position, ...(context === undefined ? {} : { context }) };
  const items = await client.request<CompletionItem[]>('textDocument/completion', params);
  await client.close(uri);
  // Snippets are tested elsewhere.
  return items.filter(({ kind }) => kind !== 15);
}

async function taken(client: TestClient, text: string, label: string): Promise<string> {
  const item = (await offered(client, text)).find((one) => one.label === label);
  if (item?.textEdit === undefined || !('range' in item.textEdit)) throw new Error(`no ${label}`);
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text.replace('|', '')), [item.textEdit]);
}

withEvery('completions in Compose files', ({ full, start }) => {
  it('are the keys that fit', () =>
    using(start(), async (client) => {
      const labels = async (text: string): Promise<readonly string[]> =>
        (await offered(client, text)).map(({ label }) => label);
      const top = await labels('name: shop\n|\n');
      expect(top).toEqual(expect.arrayContaining(['services', 'networks', 'include']));
      expect(top).not.toContain('name');
      expect(top).not.toContain('version');
      const service = await labels('services:\n  web:\n    image: nginx:1.29\n    |\n    restart: always\n');
      expect(service).toEqual(expect.arrayContaining(['healthcheck', 'depends_on', 'ports']));
      expect(service).not.toContain('image');
      expect(service).not.toContain('restart');
      expect(await labels('vol|')).toEqual(['volumes']);
      expect(await labels('vlms|')).toEqual(['volumes']);
      expect(await labels('dp-|')).toEqual([]);
      expect(await labels('services:\n  |\n')).toEqual([]);
      expect(await labels('services:\n  web:\n    environment:\n      |\n')).toEqual([]);
      const port = 'services:\n  web:\n    ports:\n    - target: 80\n      |\n';
      expect(await labels(port)).toEqual(expect.arrayContaining(['published', 'protocol']));
      expect(await labels('services:\n  web:\n    build:\n      context: .\n      tar|')).toContain('target');
      expect(await taken(client, 'services:\n  web:\n    ima|\n', 'image')).toBe('services:\n  web:\n    image: \n');
      expect(await taken(client, 'services:\n  web:\n    ima|: x\n', 'image')).toBe(
        'services:\n  web:\n    image: x\n',
      );
    }));

  it('are values and names', () =>
    using(start(), async (client) => {
      const labels = async (line: string): Promise<readonly string[]> =>
        (await offered(client, `services:\n  web:\n${line}\n  db:\n    image: postgres:18\n${rest}`)).map(
          ({ label }) => label,
        );
      expect(await labels('    depends_on: [|]')).toEqual(['db']);
      expect(await labels('    depends_on:\n      - |')).toEqual(['db']);
      expect(await labels('    depends_on:\n    - d|')).toEqual(['db']);
      expect(await labels('    depends_on:\n      |')).toEqual(['db']);
      expect(await labels('    depends_on:\n      db:\n        condition: |')).toEqual(
        expect.arrayContaining(['service_healthy', 'service_started', 'service_completed_successfully']),
      );
      expect(await labels('    networks:\n      - fr|')).toEqual(['front']);
      expect((await labels('    volumes:\n      - |'))[0]).toBe('data:');
      expect((await labels('    secrets:\n      - source: to|'))[0]).toBe('token');
      expect(await labels('    network_mode: |')).toContain('service:db');
      expect(await labels('    privileged: |')).toEqual(expect.arrayContaining(['true', 'false']));
      expect(await labels('    image: |')).toEqual([]);
      expect(await taken(client, 'services:\n  web:\n    depends_on:\n      |\n  db: {}\n', 'db')).toContain(
        'depends_on:\n      - db\n',
      );
    }));

  it('are none in comments, in texts and behind values', () =>
    using(start(), async (client) => {
      for (const text of [
        'services:\n  web:\n    # |\n',
        'services:\n  web:\n    image: nginx # |\n',
        'services:\n  web:\n    command: >-\n      ima|\n',
        'services:\n  web:\n    build:\n      dockerfile_inline: >-\n        FROM x\n        US|\n',
      ]) {
        expect([text, await offered(client, text)]).toEqual([text, []]);
      }
      const typed = { triggerKind: 2, triggerCharacter: ' ' };
      expect(await offered(client, 'services:\n  web:\n    |\n', typed)).toEqual([]);
      expect(await offered(client, 'services:\n  web:\n    privileged: |\n', typed)).toHaveLength(2);
    }));

  it('are none where a setting says so', () => {
    const section = { completion: { compose: false } };
    const options = full ? {} : { initializationOptions: { settings: section } };
    return using(start({ folder: workspace(), settings: () => section, ...options }), async (client) => {
      expect(await offered(client, 'services:\n  web:\n    ima|\n')).toEqual([]);
    });
  });
});

describe('the place in a Compose file', () => {
  it.each([
    ['|', []],
    ['a:\n  |', ['a']],
    ['a:\n  b: 1\n  # c:\n\n  |', ['a']],
    ['a:\n- |', ['a', 0]],
    ['a:\n  - b: 1\n    |', ['a', 0]],
    ['a:\n  - b:\n      - c: 1\n      - |', ['a', 0, 'b', 0]],
    ['a: &x\n  b: # why\n    |', ['a', 'b']],
    ['a:\n  b:\n---\nc:\n  |', ['c']],
    ['a:\n  b: [x, |', ['a', 'b', 0]],
    ['"a":\n  |', ['a']],
    ['a:\n    - - |', ['a', 0, 0]],
  ])('%j', (text, path) => {
    const lines = text.split('\n');
    const line = lines.findIndex((one) => one.includes('|'));
    const character = lines[line]!.indexOf('|');
    lines[line] = lines[line]!.replace('|', '');
    expect(composePlaceOf(lines, { line, character })?.path).toEqual(path);
  });

  it.each(['a: b\n  |', 'a: "b\n  |', 'a: >\n  |', 'a:\n  - b\n    |', 'a: {b|', 'a:\n\t|', '# |', 'a b|'])(
    '%j is none',
    (text) => {
      const lines = text.split('\n');
      const line = lines.findIndex((one) => one.includes('|'));
      const character = lines[line]!.indexOf('|');
      lines[line] = lines[line]!.replace('|', '');
      expect(composePlaceOf(lines, { line, character })).toBeUndefined();
    },
  );
});
