import { readFileSync } from 'node:fs';
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

/** The bundle for browsers in a context that has what a worker has, and nothing of Node. */
function startWorker(): { readonly sent: readonly Message[]; readonly send: (message: object) => void } {
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
  });
  runInContext(readFileSync(join(bundles(), 'dist', 'server.web.js'), 'utf8'), context);
  return { sent, send: (message) => self.onmessage?.({ data: { jsonrpc: '2.0', ...message } }) };
}

it('the worker bundle lints and formats without Node', async () => {
  const { sent, send } = startWorker();
  const answer = async (id: number): Promise<unknown> => {
    await eventually(
      () => sent.some((message) => message.id === id),
      () => JSON.stringify(sent),
    );
    return sent.find((message) => message.id === id)?.result;
  };
  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  await answer(1);
  send({ method: 'initialized', params: {} });
  const uri = 'vscode-vfs://github/w/Dockerfile';
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
  expect(published()?.params).toMatchObject({ uri, diagnostics: [{ code: 'unpinned-base-image' }] });
  send({
    id: 2,
    method: 'textDocument/formatting',
    params: { textDocument: { uri }, options: { tabSize: 2, insertSpaces: true } },
  });
  expect(await answer(2)).toMatchObject([{ newText: '' }]);
});
