import type { CompletionItem, CompletionParams, Connection, ServerCapabilities } from 'vscode-languageserver';
import type { ClientSupport } from '../client.js';
import type { Log } from '../safely.js';
import { safely } from '../safely.js';
import type { Session } from '../session.js';
import { snippetItems } from './snippets.js';

/** What `initialize` announces for `registerCompletion`. */
export function completionCapabilities({ ownSnippets }: Pick<ClientSupport, 'ownSnippets'>): ServerCapabilities {
  return ownSnippets ? {} : { completionProvider: {} };
}

/** Completions: the snippets, for a client that does not have them itself. */
export function registerCompletion(connection: Connection, session: Session, log: Log): void {
  const { support } = session;
  if (support.ownSnippets) return;
  connection.onCompletion(
    safely<CompletionParams, CompletionItem[]>(log, 'Completion', [], ({ textDocument, position }) => {
      const open = session.open(textDocument.uri);
      if (open === undefined) return [];
      const document = session.analyser.parsed(textDocument.uri)?.document;
      return [...snippetItems({ open, document, position }, support)];
    }),
  );
}
