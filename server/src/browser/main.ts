import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { Host, Timer } from '../lsp/host.js';
import { loadDockerfileService } from '../lsp/loadDockerfileService.js';
import { startServer } from '../lsp/server.js';

/** The build runs this file as a dedicated worker. */
declare const self: DedicatedWorkerGlobalScope;

const host: Host = {
  setTimeout: (action, milliseconds): Timer => setTimeout(action, milliseconds),
  clearTimeout: (timer) => clearTimeout(timer as number),
  loadDockerfileService,
};
const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
startServer(connection, host);
connection.listen();
