import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activate as start } from '../extension.js';

/** The extension where there is Node: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  start(context, (id, name, options) => new LanguageClient(id, name, { run: server, debug: server }, options));
}
