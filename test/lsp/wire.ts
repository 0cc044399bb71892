import { spawn } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { ClientCapabilities } from 'vscode-languageserver';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { Rule } from '../../server/src/engine/rule.js';
import type { Host } from '../../server/src/lsp/host.js';
import { startServer } from '../../server/src/lsp/server.js';
import { nodeHost } from '../../server/src/node/host.js';

/** What our client for VS Code announces, as far as the server asks. */
export const fullCapabilities: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create'],
      changeAnnotationSupport: { groupsOnLabel: true },
      snippetEditSupport: true,
    },
  },
  textDocument: {
    diagnostic: {
      relatedInformation: true,
      tagSupport: { valueSet: [1, 2] },
      codeDescriptionSupport: true,
      dataSupport: true,
    },
    publishDiagnostics: { versionSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } },
      isPreferredSupport: true,
      disabledSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      honorsChangeAnnotations: true,
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
  },
};

/** A client that can do little more than show diagnostics and apply plain edits. */
export const plainCapabilities: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: {},
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
};

/** A connection to a server and the way to end it. */
export interface Wire {
  readonly connection: MessageConnection;
  close(): void;
}

export type Launch = () => Wire;

/** A server in this process, with the real rules and host unless a test says otherwise. */
export function inProcess(rules?: readonly Rule[], host: Host = nodeHost('0.0.0')): Wire {
  const up = new PassThrough();
  const down = new PassThrough();
  const server = createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down));
  startServer(server, host, rules);
  server.listen();
  const connection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  return { connection, close: () => connection.dispose() };
}

let copied: string | undefined;

/** Where a copy of the bundles lies, which stays as it is when somebody builds anew. */
export function bundles(): string {
  if (copied !== undefined) return copied;
  const root = join(import.meta.dirname, '..', '..');
  if (!existsSync(join(root, 'dist', 'server.js'))) throw new Error('There is no dist/server.js: run npm run build.');
  copied = join(root, 'out', 'test-lsp');
  rmSync(copied, { recursive: true, force: true });
  cpSync(join(root, 'dist'), join(copied, 'dist'), { recursive: true });
  cpSync(join(root, 'package.json'), join(copied, 'package.json'));
  return copied;
}

/** The bundled server over stdio, as `docker-patterns lsp --stdio` and the extension run it. */
export function bundled(): Wire {
  const program = join(bundles(), 'dist', 'server.js');
  const child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  return {
    connection,
    close: () => {
      connection.dispose();
      child.kill();
    },
  };
}
