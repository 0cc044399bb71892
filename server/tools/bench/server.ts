import { spawn } from 'node:child_process';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { Timing } from './measure.js';
import { measure, summary } from './measure.js';

interface Server {
  readonly connection: MessageConnection;
  readonly readyMs: number;
  residentMb(): Promise<number>;
  stop(): void;
}

/** Until most of the code that an edit runs through is compiled. */
export const warmUp = { runs: 60, milliseconds: 1500 };

/** As the extension starts it (client/src/node/main.ts). */
const nodeOptions = ['--max-semi-space-size=64'];

/** Starts the bundled server over stdio and waits for the answer to `initialize`. */
async function startServer(entry: string): Promise<Server> {
  const start = performance.now();
  const child = spawn(process.execPath, [...nodeOptions, entry, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
  });
  const readyMs = performance.now() - start;
  await connection.sendNotification('initialized', {});
  const residentMb = async () => {
    const { readFile } = await import('node:fs/promises');
    const status = await readFile(`/proc/${child.pid ?? 0}/status`, 'utf8').catch(() => '');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  };
  const stop = () => {
    connection.dispose();
    child.kill();
  };
  return { connection, readyMs, residentMb, stop };
}

/** A document that somebody types in. */
export interface Typed {
  readonly languageId: 'dockerfile' | 'dockercompose';
  readonly name: string;
  readonly text: string;
  /** How a line starts at whose end a letter may come and go. */
  readonly line: RegExp;
}

export interface EditTimes {
  /** Milliseconds from an edit to its findings. */
  readonly edit: Timing;
  /** The server's resident memory after it. */
  readonly residentMb: number;
}

/** What an edit in the middle of a text costs. */
export async function editToFindings(
  entry: string,
  { languageId, name, text, line: suits }: Typed,
): Promise<EditTimes> {
  const server = await startServer(entry);
  const uri = `file:///bench/${name}`;
  await server.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId, version: 1, text },
  });
  await server.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  const lines = text.split('\n');
  const middle = lines.findIndex((line, i) => i >= lines.length >> 1 && suits.test(line));
  const edit = await measure(
    async (round) => {
      // A letter is typed at the end of the line, and taken away again in the next round.
      const at = { line: middle, character: lines[middle]?.length ?? 0 };
      const typed = round % 2 === 0;
      await server.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: round + 2 },
        contentChanges: [
          {
            range: { start: at, end: typed ? at : { line: at.line, character: at.character + 1 } },
            text: typed ? 'x' : '',
          },
        ],
      });
      const answer: { items?: readonly unknown[] } = await server.connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri },
      });
      if ((answer.items?.length ?? 0) === 0) throw new Error('the server found nothing in the sample');
    },
    4000,
    warmUp,
  );
  const residentMb = await server.residentMb();
  server.stop();
  return { edit, residentMb };
}

/** Milliseconds from starting the server to the answer to `initialize`, and of bare Node, taken in turn. */
export async function startUp(entry: string, rounds = 12): Promise<{ server: Timing; node: Timing }> {
  const server: number[] = [];
  const node: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const one = await startServer(entry);
    server.push(one.readyMs);
    one.stop();
    node.push(await bareNode());
  }
  return { server: summary(server), node: summary(node) };
}

function bareNode(): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, ['-e', 'process.stdout.write("ready")'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Promise((resolve) => {
    child.stdout.once('data', () => resolve(performance.now() - start));
  });
}
