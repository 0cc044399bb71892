import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { Host, Timer } from '../lsp/host.js';
import { loadDockerfileService } from '../lsp/loadDockerfileService.js';
import { startServer } from '../lsp/server.js';
import { Buffer } from '../lsp/stubs/buffer.js';

/** The build runs this file as a dedicated worker. */
declare const self: DedicatedWorkerGlobalScope;

const host: Host = {
  setTimeout: (action, milliseconds): Timer => setTimeout(action, milliseconds),
  clearTimeout: (timer) => clearTimeout(timer as number),
  loadDockerfileService,
};
// For dockerfile-ast, which asks for it when it is used.
Object.assign(globalThis, { Buffer });
const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
startServer(connection, host);
connection.listen();
