import type { CompletionItem, CompletionParams, Connection, ServerCapabilities } from 'vscode-languageserver';
import { CompletionTriggerKind } from 'vscode-languageserver';
import type { Log } from '../safely.js';
import { safely } from '../safely.js';
import type { Session } from '../session.js';

/** What `initialize` announces for `registerCompletion`. */
export const completionCapabilities: ServerCapabilities = { completionProvider: { triggerCharacters: [' '] } };

/** Completions: a Dockerfile for the project in an empty one, what fits in a Compose file, and the snippets for a client that does not have them itself. */
export function registerCompletion(connection: Connection, session: Session, log: Log): void {
  const { support } = session;
  connection.onCompletion(
    safely<CompletionParams, CompletionItem[]>(log, 'Completion', [], async (params) => {
      const { position, context } = params;
      const { uri } = params.textDocument;
      if (session.open(uri) === undefined) return [];
      const completesCompose = (await session.settings(uri)).composeCompletion;
      // What only completions need is not loaded at the start.
      const { composeItems } = await import('./compose.js');
      const { snippetItems } = await import('./snippets.js');
      const document = (await session.analyser.parsed(uri))?.document;
      const open = session.open(uri);
      if (open === undefined) return [];
      const fitting =
        document?.language === 'compose' && completesCompose ? composeItems(document, position, support) : [];
      // A blank asks for the value behind a key or the item behind a dash.
      const isTyped = context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
      if (isTyped) return /[:-] $/.test(lineBefore(open.text, position)) ? [...fitting] : [];
      const whole = await session.scaffold.completions(params);
      return [
        ...whole,
        ...fitting,
        ...(support.ownSnippets ? [] : snippetItems({ open, document, position }, support)),
      ];
    }),
  );
}

function lineBefore(text: string, { line, character }: CompletionParams['position']): string {
  return (text.split(/\r\n|\n|\r/)[line] ?? '').slice(0, character);
}
