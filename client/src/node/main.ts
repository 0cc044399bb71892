import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activate as start } from '../extension.js';

/**
 * Room in MB for new objects, so that what an edit of a long file made is mostly garbage by the time it is looked
 * through; Node's own 16 make linting such a file a third slower. It costs up to about 100 MB of memory while such a file is edited.
 */
const options = { execArgv: ['--max-semi-space-size=64'] };

/** The extension where there is Node: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc, options };
  start(context, (id, name, client) => new LanguageClient(id, name, { run: server, debug: server }, client));
}
