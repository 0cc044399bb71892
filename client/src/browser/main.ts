import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activate as start } from '../extension.js';

/** The extension in a browser: the server is a worker. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true);
  const makeWorker = (): Promise<Worker> => Promise.resolve(new Worker(script));
  start(context, (id, name, options) => new LanguageClient(id, name, makeWorker, options));
}
