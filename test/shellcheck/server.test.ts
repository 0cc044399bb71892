import { describe, expect, it } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver';
import type { ScriptOutcome } from '../../server/src/engine/scripts.js';
import { readReport } from '../../server/src/engine/shell/shellcheck/report.js';
import type { Host } from '../../server/src/lsp/host.js';
import { nodeHost } from '../../server/src/node/host.js';
import { eventually, TestClient, type SettingsOf } from '../lsp/client.js';
import { uriOf } from '../lsp/files.js';
import { using } from '../lsp/variants.js';
import { bundled, fullCapabilities, inProcess, plainCapabilities, type Launch } from '../lsp/wire.js';
import { fakeProgram, reportOn } from './fake.js';

const text = 'FROM debian:13-slim\nRUN MARK\nUSER root\nCMD ["a"]\n';
const [first, later] = ['root-user', 'shell-script-problem'] as const;
const uri = uriOf('/w/Dockerfile');

interface Starting {
  readonly launch?: Launch;
  readonly capabilities?: ClientCapabilities;
  readonly trusted?: boolean;
  readonly settings?: SettingsOf;
}

function start(program: string, starting: Starting = {}): Promise<TestClient> {
  const { launch = () => inProcess(), capabilities = fullCapabilities, trusted = true } = starting;
  const settings = { shellcheck: { path: program } };
  return TestClient.start(launch, {
    capabilities,
    initializationOptions: { status: true, trusted, settings },
    settings: starting.settings ?? (() => settings),
  });
}

/** A host whose program answers when the test says so. */
function slowHost(): { host: Host; asked: string[]; answer: () => void } {
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const check = (_: string, query: { readonly text: string }): Promise<ScriptOutcome> => {
    asked.push(query.text);
    return new Promise((done) => {
      waiting.push(() => done({ remarks: readReport(reportOn(query.text)) ?? [] }));
    });
  };
  const answer = (): void => waiting.splice(0).forEach((done) => done());
  return { host: { ...nodeHost('0.0.0'), scripts: { check } }, asked, answer };
}

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 500));

describe.each([
  ['in this process, pulled', { capabilities: fullCapabilities }],
  ['in this process, pushed', { capabilities: plainCapabilities }],
  ['bundled, pulled', { launch: bundled, capabilities: fullCapabilities }],
] as const)('a ShellCheck of the settings, %s', (_, starting) => {
  it('adds its findings after the others', async () => {
    const program = fakeProgram();
    await using(start(program.path, starting), async (client) => {
      await client.open(uri, text);
      await client.codes(uri, first);
      const shown = await client.codes(uri, later, first);
      expect(shown[0]).toMatchObject({
        message: 'Marked. (ShellCheck SC2010, info)',
        range: { start: { line: 1, character: 4 }, end: { line: 1, character: 8 } },
      });
      if (client.pulls) {
        await eventually(
          () => client.refreshes > 0,
          () => 'no refresh',
        );
        expect(shown[0]?.codeDescription?.href).toBe('https://www.shellcheck.net/wiki/SC2010');
      }
      await client.edit(uri, { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, '# more\n');
      await client.codes(uri, later, first);
      await settled();
      expect(program.calls().length).toBe(1);
    });
  });

  it('does not run in a workspace that is not trusted, until it is', async () => {
    const program = fakeProgram();
    await using(start(program.path, { ...starting, trusted: false }), async (client) => {
      await client.open(uri, text);
      await client.codes(uri, first);
      await settled();
      await client.codes(uri, first);
      expect(program.calls()).toEqual([]);
      expect(client.logged.filter((line) => line.includes('not trusted')).length).toBe(1);
      await client.notify('dockerPatterns/trust', null);
      await client.codes(uri, later, first);
    });
  });
});

describe('a ShellCheck of the settings', () => {
  it('is not waited for, and not heard about an outdated text', async () => {
    const { host, asked, answer } = slowHost();
    await using(start('shellcheck', { launch: () => inProcess(undefined, host) }), async (client) => {
      await client.open(uri, text);
      await client.codes(uri, first);
      await eventually(
        () => asked.length === 1,
        () => asked.join(),
      );
      await client.codes(uri, first);
      // Somebody types: a process is started only when they pause.
      for (const letter of 'abc') {
        await client.edit(uri, { start: { line: 1, character: 8 }, end: { line: 1, character: 8 } }, letter);
        await client.codes(uri, first);
      }
      await client.save(uri);
      await client.codes(uri, first);
      const { refreshes } = client;
      answer();
      await eventually(
        () => asked.length === 2,
        () => asked.join(),
      );
      await client.codes(uri, first);
      expect(asked).toEqual(['MARK', 'MARKcba']);
      expect(client.refreshes).toBe(refreshes);
      answer();
      await client.codes(uri, later, first);
    });
  });

  it.each([
    ['is missing', () => '/no/such/program', 'is no program'],
    ['fails', () => fakeProgram('fails').path, 'failed: Unknown shell'],
    ['is relative to nothing', () => './shellcheck', 'is neither an absolute path nor a name'],
  ])('that %s is told once, in the log and in the status', async (_, program, line) => {
    await using(start(program()), async (client) => {
      await client.open(uri, `${text}RUN other\nUSER root\n`);
      await eventually(
        async () => {
          await client.shown(uri);
          return client.status.some((status) => 'problem' in status);
        },
        () => JSON.stringify(client.status),
      );
      await client.codes(uri, first);
      expect(client.logged.filter((each) => each.includes(line)).length).toBe(1);
      expect(client.status.at(-1)).toMatchObject({ problem: expect.stringContaining(line) as unknown });
      await client.type(uri, 'RUN more\nUSER root\n');
      await client.codes(uri, first);
      await settled();
      expect(client.logged.filter((each) => each.includes(line)).length).toBe(1);
    });
  });

  it('starts and ends with its setting', async () => {
    const program = fakeProgram();
    let path = '';
    await using(start('', { settings: () => ({ shellcheck: { path } }) }), async (client) => {
      await client.open(uri, text);
      await client.codes(uri, first);
      path = program.path;
      await client.notify('workspace/didChangeConfiguration', { settings: null });
      await client.codes(uri, later, first);
      path = '';
      await client.notify('workspace/didChangeConfiguration', { settings: null });
      await client.codes(uri, first);
    });
  });

  it('is never run by a host without programs', async () => {
    const parts = Object.entries(nodeHost('0.0.0')).filter(([name]) => name !== 'scripts');
    const host = Object.fromEntries(parts) as unknown as Host;
    const program = fakeProgram();
    await using(start(program.path, { launch: () => inProcess(undefined, host) }), async (client) => {
      await client.open(uri, text);
      await client.codes(uri, first);
      await settled();
      expect(program.calls()).toEqual([]);
    });
  });
});
