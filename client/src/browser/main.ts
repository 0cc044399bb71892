import { Uri, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activate as start } from '../extension.js';

/** The extension in a browser: the server is a worker, a new one with each start of the client. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'program.js').toString(true);
  let worker: Worker | undefined;
  const end = (): void => worker?.terminate();
  // Transports rather than the worker itself: the host's `Worker` is not the class that the library compares with.
  const connect = (): Promise<{ reader: BrowserMessageReader; writer: BrowserMessageWriter }> => {
    end();
    worker = new Worker(script);
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  start(context, (id, name, options) => new LanguageClient(id, name, connect, options));
  context.subscriptions.push({ dispose: end });
}
