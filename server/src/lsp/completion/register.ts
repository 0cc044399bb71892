import type { CompletionItem, CompletionParams, Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Log } from '../safely.js';
import { safely } from '../safely.js';
import type { Session } from '../session.js';
import { snippetItems } from './snippets.js';

/** What `initialize` announces for `registerCompletion`. */
export function completionCapabilities(): ServerCapabilities {
  return { completionProvider: {} };
}

/** Completions: a Dockerfile for the project in an empty one, and the snippets for a client that does not have them itself. */
export function registerCompletion(connection: Connection, session: Session, log: Log): void {
  const { support } = session;
  connection.onCompletion(
    safely<CompletionParams, CompletionItem[]>(log, 'Completion', [], async (params) => {
      const { textDocument, position } = params;
      const whole = await session.scaffold.completions(params);
      const open = session.open(textDocument.uri);
      if (open === undefined || support.ownSnippets) return [...whole];
      const document = session.analyser.parsed(textDocument.uri)?.document;
      return [...whole, ...snippetItems({ open, document, position }, support)];
    }),
  );
}
