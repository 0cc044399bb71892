import type { CompletionItem } from 'vscode-languageserver';
import { InsertTextFormat } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { snippets } from '../../server/src/snippets/index.js';
import { placeOf } from '../../server/src/lsp/completion/place.js';
import { TestClient, type ClientOptions } from './client.js';
import { uriOf } from './files.js';
import { using, withEvery } from './variants.js';
import { inProcess, plainCapabilities } from './wire.js';

const knowing: ClientOptions['capabilities'] = {
  ...plainCapabilities,
  textDocument: {
    ...plainCapabilities.textDocument,
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        insertTextModeSupport: { valueSet: [1, 2] },
      },
    },
  },
};
const start = (capabilities: ClientOptions['capabilities'] = knowing): Promise<TestClient> =>
  TestClient.start(() => inProcess(), { capabilities });

/** What is offered where `|` stands in a text. */
async function offered(client: TestClient, name: string, text: string, languageId?: string): Promise<CompletionItem[]> {
  const uri = uriOf(name);
  const at = text.indexOf('|');
  const whole = text.slice(0, at) + text.slice(at + 1);
  await client.open(uri, whole, languageId);
  const position = TextDocument.create(uri, '', 0, whole).positionAt(at);
  const items = await client.request<CompletionItem[]>('textDocument/completion', { textDocument: { uri }, position });
  await client.close(uri);
  return items;
}

async function labels(client: TestClient, name: string, text: string, languageId?: string): Promise<string[]> {
  return (await offered(client, name, text, languageId)).map(({ label }) => label);
}

/** The text after an item was taken. */
function taken(text: string, { textEdit }: CompletionItem): string {
  const document = TextDocument.create('', '', 0, text.replace('|', ''));
  if (textEdit === undefined || !('range' in textEdit)) throw new Error('no edit');
  return TextDocument.applyEdits(document, [textEdit]);
}

withEvery('snippets', ({ full, start: startVariant }) => {
  it('are offered to editors that have none themselves', () =>
    using(startVariant(), async (client) => {
      expect(client.capabilities.completionProvider).toEqual({ triggerCharacters: [' '] });
      expect(await labels(client, '/w/Dockerfile', 'FROM alpine:3.23\ndp-healthcheck-n|\n')).toEqual(
        full ? [] : ['dp-healthcheck-node'],
      );
    }));
});

describe('snippets in a Dockerfile', () => {
  it('are found by each of their words, where an instruction begins', () =>
    using(start(), async (client) => {
      expect(await labels(client, '/w/Dockerfile', 'mult|')).toContain('multistage');
      expect(await labels(client, '/w/Dockerfile', 'DP-GO|')).toEqual(['dp-go', 'dp-go-cross']);
      const all = await labels(client, '/w/Dockerfile', '|');
      expect(all).toContain('dp-node');
      expect(new Set(all).size).toBe(all.length);
    }));

  it.each([
    ['a comment', '# dp-n|'],
    ['the words of an instruction', 'FROM alpine:3.23\nRUN multi|'],
    ['a line that goes on', 'FROM alpine:3.23\nRUN apk add \\\n  multi|\n'],
    ['a here-document', 'FROM alpine:3.23\nRUN <<EOF\nmulti|\nEOF\n'],
    ['the middle of a word', 'FROM alpine:3.23\nmul|tistage'],
    ['an instruction that is there', 'FROM alpine:3.23\nhealth| CMD true\n'],
    ['words that no snippet has', 'FROM alpine:3.23\nxyz|'],
  ])('are quiet in %s', (_where, text) =>
    using(start(), async (client) => {
      expect(await labels(client, '/w/Dockerfile', text)).toEqual([]);
    }),
  );

  it('come with tab stops, or as plain text where an editor knows none', async () => {
    const text = 'FROM alpine:3.23\nnonroot-number|\n';
    await using(start(), async (client) => {
      const [item] = await offered(client, '/w/Dockerfile', text);
      expect(item).toMatchObject({ insertTextFormat: InsertTextFormat.Snippet, insertTextMode: 2 });
      expect(taken(text, item!)).toBe('FROM alpine:3.23\nUSER ${1:10001}:${2:10001}\n$0\n');
      expect(item!.documentation).toMatchObject({ kind: 'markdown' });
    });
    await using(start(plainCapabilities), async (client) => {
      const [item] = await offered(client, '/w/Dockerfile', text);
      expect(item).toMatchObject({ insertTextFormat: InsertTextFormat.PlainText });
      expect(taken(text, item!)).toBe('FROM alpine:3.23\nUSER 10001:10001\n\n');
      expect(typeof item!.documentation).toBe('string');
    });
  });

  it('go on as the lines of the file do, and bring directives to the top only', () =>
    using(start(plainCapabilities), async (client) => {
      const windows = '# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2025\n';
      const [healthcheck] = await offered(client, '/w/Dockerfile', `${windows}dp-healthcheck|\n`);
      expect(taken(`${windows}dp-healthcheck|\n`, healthcheck!)).toContain('--retries=3 `\n    CMD');
      expect(await labels(client, '/w/Dockerfile', `${windows}dp-windows-|\n`)).toContain('dp-windows-download');
      expect(await labels(client, '/w/Dockerfile', 'FROM alpine:3.23\ndp-windows-|\n')).not.toContain(
        'dp-windows-download',
      );
      const [top] = await offered(client, '/w/Dockerfile', 'dp-hardened|');
      const [later] = await offered(client, '/w/Dockerfile', 'FROM alpine:3.23\ndp-hardened|');
      expect(taken('dp-hardened|', top!)).toMatch(/^# syntax=/);
      expect(taken('FROM alpine:3.23\ndp-hardened|', later!)).not.toContain('# syntax=');
    }));
});

describe('snippets elsewhere', () => {
  const compose = 'services:\n  app:\n    image: app:1.4.2\n    environment:\n      A: b\n';

  it('fit into a Compose file where they are', () =>
    using(start(), async (client) => {
      expect(await labels(client, '/w/compose.yaml', 'dp-compose-p|')).toEqual([
        'dp-compose-prod',
        'dp-compose-postgres',
      ]);
      expect(await labels(client, '/w/compose.yaml', `${compose}    dp-compose-t|`)).toEqual(['dp-compose-tmpfs']);
      expect(await labels(client, '/w/compose.yaml', `${compose}  ser|`)).toEqual(['service']);
      expect(await labels(client, '/w/compose.yaml', `${compose}      dp-|`)).toEqual([]);
      expect(await labels(client, '/w/compose.yaml', `${compose}    # dp-|`)).toEqual([]);
      expect(await labels(client, '/w/compose.yaml', `${compose}    image: dp-|`)).toEqual([]);
    }));

  it('are indented where an editor puts plain text in', () =>
    using(start(plainCapabilities), async (client) => {
      const text = `${compose}    dp-compose-capa|`;
      const [item] = await offered(client, '/w/compose.yaml', text);
      expect(taken(text, item!)).toContain('\n    cap_add:\n      - NET_BIND_SERVICE\n    cap_drop:\n      - ALL\n');
    }));

  it('are there for ignore files, workflows, scripts and services', () =>
    using(start(), async (client) => {
      expect(await labels(client, '/w/.dockerignore', 'dp-ignore-g|', 'ignore')).toEqual(['dp-ignore-go']);
      expect(await labels(client, '/w/.dockerignore', '# dp-|', 'ignore')).toEqual([]);
      const steps = 'jobs:\n  a:\n    steps:\n      dp-gha-b|';
      expect(await labels(client, '/w/.github/workflows/ci.yml', steps, 'yaml')).toEqual(['dp-gha-build']);
      expect(await labels(client, '/w/ci.yml', steps, 'yaml')).toEqual([]);
      expect(await labels(client, '/w/run.sh', 'dp-scan-t|', 'sh')).toEqual(['dp-scan-trivy']);
      expect(await labels(client, '/w/app.ts', 'dp-health-f|', 'typescript')).toEqual(['dp-health-fastify']);
      expect(await labels(client, '/w/app.py', 'dp-|', 'python')).toEqual([]);
    }));

  it('each come somewhere', () => {
    const places = new Set(snippets.flatMap(({ place }) => place ?? []));
    expect([...places].sort()).toEqual(['file', 'service', 'services', 'steps']);
    for (const { kind, place, id } of snippets)
      expect(place !== undefined, id).toBe(kind === 'dockercompose' || kind === 'github-actions');
  });
});

describe('the place in a YAML file', () => {
  it.each([
    ['', 0, 'file'],
    ['services:', 2, 'services'],
    ['services:\n  a: # note\n\n    image: x', 4, 'service'],
    ['services:\n  a: &a\n    image: x', 4, 'service'],
    ['services:\n  a:\n    command: |', 6, undefined],
    ['services:\n  a:\n    ports:\n      - 80', 6, undefined],
    ['x-a:\n  b:', 4, undefined],
    ['jobs:\n  a:\n    steps:\n      - run: x', 6, 'steps'],
    ['  odd:', 4, undefined],
  ] as const)('behind %j, %i blanks in, is %s', (text, indent, place) => {
    const lines = text.split('\n');
    expect(placeOf(lines, lines.length, indent)).toBe(place);
  });
});
