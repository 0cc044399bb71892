import { readFileSync } from 'node:fs';
import { Session, type Profiler } from 'node:inspector/promises';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { expect, it } from 'vitest';
import { eventually } from './client.js';
import { bundles } from './wire.js';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly params?: unknown;
}

interface WorkerServer {
  readonly sent: readonly Message[];
  readonly send: (message: object) => void;
  readonly answer: (id: number) => Promise<unknown>;
  /** What the inspector calls its script. */
  readonly url: string;
}

let started = 0;
const uri = 'vscode-vfs://github/w/Dockerfile';

/** The bundle in a context that has what a worker has, and nothing of Node; `more` are further globals. */
function startWorker(more: object = {}): WorkerServer {
  const sent: Message[] = [];
  const self: { onmessage?: (event: { data: unknown }) => void; [name: string]: unknown } = {
    postMessage: (message: Message) => void sent.push(message),
    addEventListener: () => undefined,
  };
  const context = createContext({
    self,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    TextEncoder,
    TextDecoder,
    URL,
    ...more,
  });
  const url = `worker:${++started}`;
  runInContext(readFileSync(join(bundles(), 'dist', 'program.js'), 'utf8'), context, { filename: url });
  return {
    url,
    sent,
    send: (message) => self.onmessage?.({ data: { jsonrpc: '2.0', ...message } }),
    answer: async (id) => {
      await eventually(
        () => sent.some((message) => message.id === id),
        () => JSON.stringify(sent),
      );
      return sent.find((message) => message.id === id)?.result;
    },
  };
}

/** Opens a Dockerfile that is to be formatted, and waits for its findings. */
async function open({ sent, send, answer }: WorkerServer): Promise<unknown> {
  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  await answer(1);
  send({ method: 'initialized', params: {} });
  const text = ' FROM alpine\nUSER 1000\nCMD ["sh"]\n';
  send({
    method: 'textDocument/didOpen',
    params: { textDocument: { uri, languageId: 'dockerfile', version: 1, text } },
  });
  const published = (): Message | undefined => sent.find(({ method }) => method === 'textDocument/publishDiagnostics');
  await eventually(
    () => published() !== undefined,
    () => JSON.stringify(sent),
  );
  return published()?.params;
}

async function format({ send, answer }: WorkerServer): Promise<unknown> {
  send({
    id: 2,
    method: 'textDocument/formatting',
    params: { textDocument: { uri }, options: { tabSize: 2, insertSpaces: true } },
  });
  return answer(2);
}

it('the bundle lints and formats in a worker without Node', async () => {
  const worker = startWorker();
  expect(await open(worker)).toMatchObject({ uri, diagnostics: [{ code: 'unpinned-base-image' }] });
  expect(await format(worker)).toMatchObject([{ newText: '' }]);
});

it('a process that is not of Node makes no Node of a browser', async () => {
  const worker = startWorker({ process: { env: {}, versions: {} } });
  expect(await open(worker)).toMatchObject({ uri, diagnostics: [{ code: 'unpinned-base-image' }] });
});

it('dockerfile-language-service is not evaluated before a request needs it', async () => {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    const worker = startWorker();
    await open(worker);
    expect(await evaluated(session, worker.url)).toEqual({
      'vscode-languageserver': true,
      'dockerfile-language-service': false,
    });
    await format(worker);
    expect(await evaluated(session, worker.url)).toMatchObject({ 'dockerfile-language-service': true });
  } finally {
    session.disconnect();
  }
});

it('parsers, rules, tables and texts are not evaluated before the answer to initialize', async () => {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    const worker = startWorker();
    worker.send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    await worker.answer(1);
    const late =
      /node_modules\/(?:unbash|yaml|picomatch|dclint)\/|src\/(?:rules|snippets|guide)\/|engine\/(?:images\/table|lint|open|scaffold)/;
    expect((await called(session, worker.url)).filter((name) => late.test(name))).toEqual([]);
    // They are found by these names, once they run.
    const other = startWorker();
    await open(other);
    expect((await called(session, other.url)).filter((name) => late.test(name))).not.toEqual([]);
  } finally {
    session.disconnect();
  }
});

/** The functions of a script that ran; in the bundle a module is a function with the name of its file. */
async function called(session: Session, script: string): Promise<readonly string[]> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  return result
    .filter(({ url }) => url === script)
    .flatMap(({ functions }) => functions)
    .filter(({ ranges }) => (ranges[0]?.count ?? 0) > 0)
    .map(({ functionName }: Profiler.FunctionCoverage) => functionName);
}

/** Whether any module of a package was evaluated. */
async function evaluated(session: Session, script: string): Promise<Readonly<Record<string, boolean>>> {
  const names = await called(session, script);
  const any = (name: string): boolean => names.some((each) => each.startsWith(`node_modules/${name}/`));
  return Object.fromEntries(['vscode-languageserver', 'dockerfile-language-service'].map((name) => [name, any(name)]));
}
