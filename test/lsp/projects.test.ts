import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { FactAnswer } from '../../server/src/engine/facts.js';
import type { ReadFileParams } from '../../server/src/lsp/protocol.js';
import { nodeHost } from '../../server/src/node/host.js';
import { rules } from '../../server/src/rules/index.js';
import { at, eventually, TestClient } from './client.js';
import { uriOf, workspace, write } from './files.js';
import { using, withEvery } from './variants.js';
import { fullCapabilities, inProcess } from './wire.js';

const rule = 'port-shared-between-projects';
const publishing = (port: number): string =>
  `services:\n  web:\n    image: nginx:1.29\n    ports:\n      - "127.0.0.1:${port}:80"\n`;
const text = publishing(8080);

withEvery('ports of other projects', ({ full, start }) => {
  /** Tells of a file that came (1), changed (2) or went (3), or lets a plain client find out by itself. */
  const tell = async (client: TestClient, open: string, uri: string, type: 1 | 2 | 3): Promise<void> => {
    if (full) await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
    else await client.save(open);
  };

  it('are told with their place, and again when their files come, change or go', () => {
    const folder = workspace({
      'api/compose.yaml': text,
      'shop/web/compose.yaml': text,
      'node_modules/a/compose.yaml': text,
    });
    const uri = uriOf(join(folder, 'api/compose.yaml'));
    const other = uriOf(join(folder, 'shop/web/compose.yaml'));
    return using(start({ folder }), async (client) => {
      await client.open(uri, text, 'dockercompose');
      const [finding] = await client.codes(uri, rule);
      expect([finding?.severity, finding?.range]).toEqual([
        3,
        { start: { line: 4, character: 19 }, end: { line: 4, character: 23 } },
      ]);
      expect(finding?.message).toBe(
        'Port 8080 is also published by service web of ../shop/web/compose.yaml, so the two projects cannot run at the same time.',
      );
      if (full) {
        const range = { start: { line: 4, character: 8 }, end: { line: 4, character: 27 } };
        expect(finding?.relatedInformation).toEqual([
          { location: { uri: other, range }, message: 'web publishes it here.' },
        ]);
        const watched = [
          ...['compose.yaml', 'docker-compose.yml', '.gitignore'].map((name) => `**/${name}`),
          { baseUri: uriOf(join(folder, 'shop')), pattern: '*' },
        ].map((pattern) => JSON.stringify(pattern));
        await eventually(
          () => watched.every((pattern) => client.watched.includes(pattern)),
          () => `watched: ${client.watched.join(' ')}`,
        );
      }
      const [action] = await client.actions(uri, at(text, '8080'));
      expect(action?.title).toBe('Publish it as port 8081 unless WEB_PORT is set');
      expect(await client.apply(uri, action!)).toBe(text.replace('8080', '${WEB_PORT:-8081}'));
      await client.codes(uri);
      await client.replace(uri, text);
      await client.codes(uri, rule);

      write(folder, 'shop/web/compose.yaml', publishing(8081));
      await tell(client, uri, other, 2);
      await client.codes(uri);
      const added = write(folder, 'more/docker-compose.yml', text);
      await tell(client, uri, added, 1);
      const [again] = await client.codes(uri, rule);
      expect(again?.message).toContain('../more/docker-compose.yml');
      await tell(client, uri, write(folder, '.gitignore', '/more/\n'), 1);
      await client.codes(uri);
      write(folder, 'shop/web/compose.yaml', text);
      await tell(client, uri, other, 2);
      await client.codes(uri, rule);
      rmSync(join(folder, 'shop/web'), { recursive: true });
      await tell(client, uri, uriOf(join(folder, 'shop/web')), 3);
      await client.codes(uri);
    });
  });

  it('are those of projects that a configuration names, too', () => {
    const folder = workspace({
      '.docker-patterns.yaml': 'compose:\n  projects:\n    - [ops/main.yaml, ops/web.yaml]\n',
      'api/compose.yaml': text,
      'ops/main.yaml': 'services: {db: {image: postgres:18}}\n',
      'ops/web.yaml': text,
    });
    const uri = uriOf(join(folder, 'api/compose.yaml'));
    return using(start({ folder }), async (client) => {
      await client.open(uri, text, 'dockercompose');
      const [finding] = await client.codes(uri, rule);
      expect(finding?.message).toContain('of ../ops/web.yaml,');
    });
  });
});

it('of a virtual workspace are asked of the client: once, and not while somebody types', async () => {
  const files: Readonly<Record<string, string>> = { 'api/compose.yaml': text, 'web/compose.yml': text };
  const { files: disk, ...host } = nodeHost('1.2.3');
  expect(disk).toBeDefined();
  const asked: string[] = [];
  const wire = inProcess(rules, host);
  wire.connection.onRequest('dockerPatterns/readFile', ({ uri, kind }: ReadFileParams): FactAnswer => {
    const path = new URL(uri).pathname.slice('/w/'.length);
    asked.push(`${kind} ${path}`);
    const inner = Object.keys(files).filter((file) => path === '' || file.startsWith(`${path}/`));
    const entries = inner.map((file) => file.slice(path === '' ? 0 : path.length + 1).replace(/\/.*$/, '/'));
    if (kind === 'list') return entries.length === 0 ? { presence: 'absent' } : { presence: 'present', entries };
    return files[path] === undefined ? { presence: 'absent' } : { presence: 'present', text: files[path] };
  });
  const client = await TestClient.start(() => wire, {
    capabilities: fullCapabilities,
    folder: '/w',
    initializationOptions: { files: true },
  });
  const uri = uriOf('/w/api/compose.yaml');
  const quiet = uriOf('/w/quiet/compose.yaml');
  await client.open(quiet, 'services:\n  web:\n    image: nginx:1.29\n', 'dockercompose');
  await client.codes(quiet);
  // Other rules may look into its own folder.
  const isSearch = (question: string): boolean => question.startsWith('list') && question !== 'list quiet';
  expect(asked.filter(isSearch)).toEqual([]);
  await client.open(uri, text, 'dockercompose');
  const [finding] = await client.codes(uri, rule);
  expect(finding?.relatedInformation?.[0]?.location.range.start.line).toBe(4);
  expect(asked).toContain('list web');
  expect(asked.filter((question) => question.startsWith('projects'))).toEqual([]);
  const before = asked.length;
  for (const key of '    command: nginx') await client.type(uri, key);
  await client.codes(uri, rule);
  expect(asked.length).toBe(before);
  await client.stop();
});
