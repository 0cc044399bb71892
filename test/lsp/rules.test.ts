import type { CodeAction, InitializeResult } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import type { Finding, Rule } from '../../server/src/engine/rule.js';
import { defineRule } from '../../server/src/engine/rule.js';
import type { Host } from '../../server/src/lsp/host.js';
import { nodeHost } from '../../server/src/node/host.js';
import type { ClientOptions } from './client.js';
import { at, eventually, TestClient } from './client.js';
import { uriOf, workspace, write } from './files.js';
import { fullCapabilities, inProcess, plainCapabilities } from './wire.js';
import { using } from './variants.js';

const text = 'FROM alpine:3.22\nRUN true\n';

/** A rule that reports the first instruction of each text as a test wants it. */
function rule(id: string, finding: Partial<Finding>, more: Partial<Rule<'dockerfile'>> = {}): Rule {
  return defineRule<'dockerfile'>({
    id,
    language: 'dockerfile',
    title: 'A title with *stars*',
    severity: 'warning',
    profile: 'recommended',
    guide: 'build-cache',
    link: 'https://docs.docker.com/',
    tags: [],
    equivalents: {},
    fixes: [],
    *check(doc) {
      const at = doc.instructions[0]?.keywordSpan;
      if (at !== undefined) yield { at, message: `${id} found something.`, ...finding };
    },
    ...more,
  });
}

const start = (rules: readonly Rule[], options: Partial<ClientOptions> = {}, host?: Host): Promise<TestClient> =>
  TestClient.start(() => inProcess(rules, host), { capabilities: fullCapabilities, ...options });

const creating = rule('creates', {
  fixes: [
    {
      title: 'Add a .dockerignore file',
      safety: 'suggestion',
      edits: () => [{ path: '.dockerignore', create: true, edits: [{ span: { start: 0, end: 0 }, text: '.git\n' }] }],
    },
  ],
});

const elsewhere = rule(
  'elsewhere',
  {
    related: [{ path: 'notes.txt', at: { start: 4, end: 7 }, message: 'Here.' }],
    fixes: [
      {
        title: 'Change both',
        safety: 'unsafe',
        edits: () => [
          { edits: [{ span: { start: 0, end: 0 }, text: '# a\n' }] },
          { path: 'notes.txt', edits: [{ span: { start: 4, end: 7 }, text: 'TWO' }] },
        ],
      },
    ],
  },
  { facts: () => [{ kind: 'read', path: 'notes.txt' }], tags: ['deprecated', 'unnecessary'] },
);

describe('the server with rules of its own', () => {
  it('creates files only where the client can', () =>
    using(start([creating]), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      await client.open(uri, text);
      const [action] = await client.actions(uri, at(text, 'FROM'));
      const { edit } = await client.request<CodeAction>('codeAction/resolve', action);
      const created = uriOf('/w/.dockerignore');
      expect(edit?.documentChanges).toEqual([
        { kind: 'create', uri: created, options: { overwrite: false, ignoreIfExists: false } },
        {
          textDocument: { uri: created, version: null },
          edits: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: '.git\n' }],
        },
      ]);
      await using(start([creating], { capabilities: plainCapabilities }), async (plain) => {
        await plain.open(uri, text);
        const titles = (await plain.actions(uri, at(text, 'FROM'))).map(({ title }) => title);
        expect(titles).toEqual(['Ignore creates on this line', 'Ignore creates in this file']);
      });
    }));

  it('edits another file by its own text, and not when that is open with other text', () => {
    const folder = workspace({ 'notes.txt': 'one\ntwo\n' });
    const uri = write(folder, 'Dockerfile', text);
    return using(start([elsewhere], { folder }), async (client) => {
      await client.open(uri, text);
      const [finding] = await client.codes(uri, 'elsewhere');
      expect(finding?.tags).toEqual([1, 2]);
      const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } };
      expect(finding?.relatedInformation).toEqual([
        { location: { uri: uriOf(`${folder}/notes.txt`), range }, message: 'Here.' },
      ]);
      const [action] = await client.actions(uri, at(text, 'FROM'));
      const { edit } = await client.request<CodeAction>('codeAction/resolve', action);
      expect(edit?.documentChanges?.[1]).toMatchObject({
        textDocument: { uri: uriOf(`${folder}/notes.txt`), version: null },
        edits: [{ range, newText: 'TWO', annotationId: 'unsafe' }],
      });
      await client.open(uriOf(`${folder}/notes.txt`), 'changed\n', 'plaintext');
      expect((await client.request<CodeAction>('codeAction/resolve', action)).edit).toBeUndefined();
    });
  });

  it('offers no fix that turns out to have no edits, and knows the others by their place', () =>
    using(
      start([
        rule('partly', {
          fixes: [
            { title: 'Change nothing', safety: 'safe', edits: () => [] },
            { title: 'Change no line', safety: 'safe', edits: () => [{ edits: [] }] },
            { title: 'Change all', safety: 'safe', edits: () => [{ span: { start: 0, end: 4 }, text: 'from' }] },
          ],
        }),
      ]),
      async (client) => {
        const uri = uriOf('/w/Dockerfile');
        await client.open(uri, text);
        const actions = await client.actions(uri, at(text, 'FROM'));
        expect(actions.map(({ title }) => title).filter((title) => title.startsWith('Change'))).toEqual(['Change all']);
        expect(await client.apply(uri, actions[0]!)).toBe(text.replace('FROM', 'from'));
      },
    ));

  it('goes on when a rule or a fix throws, and says so once', () =>
    using(
      start(
        [
          rule('bad-fix', {
            fixes: [
              {
                title: 'Break',
                safety: 'safe',
                edits: () => {
                  throw new Error('no fix');
                },
              },
            ],
          }),
          rule('bad-fixes', {
            fixes: () => {
              throw new Error('no fixes');
            },
          }),
          rule(
            'bad-rule',
            {},
            {
              check: () => {
                throw new Error('no check');
              },
            },
          ),
        ],
        { capabilities: plainCapabilities },
      ),
      async (client) => {
        const uri = uriOf('/w/Dockerfile');
        await client.open(uri, text);
        await client.codes(uri, 'bad-fix', 'bad-fixes');
        const titles = (await client.actions(uri, at(text, 'FROM'))).map(({ title }) => title);
        expect(titles.filter((title) => !title.startsWith('Ignore'))).toEqual([]);
        await client.type(uri, '#');
        await client.actions(uri, at(text, 'FROM'));
        expect(client.logged.filter((line) => line.includes('no check'))).toHaveLength(1);
        expect(client.logged.some((line) => line.includes('no fix\n'))).toBe(true);
        expect(client.logged.filter((line) => line.includes('The rule bad-fixes failed'))).toHaveLength(1);
      },
    ));

  it('asks the client for files that it cannot read itself, and believes only a well-formed answer', async () => {
    const { files, ...host } = nodeHost('1.2.3');
    expect(files).toBeDefined();
    let asked: unknown[] = [];
    const wire = inProcess([elsewhere], host);
    wire.connection.onRequest('dockerPatterns/readFile', (params: unknown) => {
      asked = [...asked, params];
      return { presence: 'present', text: 'one\ntwo\n' };
    });
    const client = await TestClient.start(() => wire, {
      capabilities: fullCapabilities,
      folder: '/virtual',
      initializationOptions: { files: true },
    });
    const uri = uriOf('/virtual/Dockerfile');
    await client.open(uri, text);
    const [finding] = await client.codes(uri, 'elsewhere');
    expect(finding?.relatedInformation?.[0]?.location.range.start.line).toBe(1);
    expect(asked).toContainEqual({ uri: uriOf('/virtual/notes.txt'), kind: 'read' });
    await client.stop();
  });

  it('leaves files unknown that lie outside the workspace or belong to none', () => {
    const seen: string[] = [];
    const path = '../outside.txt';
    const curious = rule(
      'curious',
      {},
      {
        facts: () => [{ kind: 'exists', path }],
        *check(_doc, { facts }) {
          seen.push(facts.presence(path));
          yield { at: { start: 0, end: 4 }, message: 'Looked.' };
        },
      },
    );
    const above = workspace({ 'w/sub/x': '', 'outside.txt': '' });
    return using(start([curious], { folder: `${above}/w` }), async (client) => {
      await client.open(uriOf(`${above}/w/Dockerfile`), text);
      await client.codes(uriOf(`${above}/w/Dockerfile`), 'curious');
      await client.open(uriOf(`${above}/w/sub/Dockerfile`), text);
      await client.codes(uriOf(`${above}/w/sub/Dockerfile`), 'curious');
      await using(start([curious]), async (homeless) => {
        await homeless.open(uriOf(`${above}/w/Dockerfile`), text);
        await homeless.codes(uriOf(`${above}/w/Dockerfile`), 'curious');
      });
      expect(seen).toEqual(['unknown', 'absent', 'unknown']);
    });
  });

  it('announces itself with its name, version and positions', async () => {
    const wire = inProcess([], nodeHost('1.2.3'));
    wire.connection.listen();
    const answer = await wire.connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {},
    });
    expect(answer.serverInfo).toEqual({ name: 'Docker Patterns', version: '1.2.3' });
    expect(answer.capabilities.positionEncoding).toBe('utf-16');
    expect(answer.capabilities.diagnosticProvider).toBeUndefined();
    expect(answer.capabilities.codeActionProvider).toBeFalsy();
    wire.close();
  });

  it('takes whole texts from clients that send no ranges, and knows where they differ', () => {
    const unknown = 'FROM alpine:3.22\nLABL\nUSER 1000\n';
    const half = rule(
      'half',
      {},
      {
        *check(doc) {
          for (const { keyword, keywordSpan } of doc.instructions) {
            if (keyword.startsWith('LAB')) yield { at: keywordSpan, message: 'Half.' };
          }
        },
      },
    );
    return using(start([{ ...half, id: 'unknown-instruction', parser: true }]), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      await client.open(uri, 'FROM alpine:3.22\nLAB\nUSER 1000\n');
      await client.codes(uri, 'unknown-instruction');
      const contentChanges = [{ text: unknown }];
      await client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges });
      await client.codes(uri);
      await client.save(uri);
      await client.codes(uri, 'unknown-instruction');
      await eventually(
        () => client.refreshes === 1,
        () => `${client.refreshes} refreshes`,
      );
    });
  });
});
