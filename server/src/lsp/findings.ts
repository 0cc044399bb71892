import type { CodeAction, CodeActionParams, Connection, DocumentDiagnosticReport, Hover } from 'vscode-languageserver';
import { DocumentDiagnosticReportKind } from 'vscode-languageserver';
import type { hoverAt } from './hover/hover.js';
import type { Proposal } from '../engine/scaffold/types.js';
import type { ProposeParams } from './protocol.js';
import { proposeRequest } from './protocol.js';
import type { Log } from './safely.js';
import { safely } from './safely.js';
import type { Session } from './session.js';

const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** Requests about findings: the findings themselves, their fixes, and what a hover says of them. */
export function registerFindings(connection: Connection, session: Session, log: Log): void {
  const { diagnostics, analyser, scaffold, support } = session;
  connection.languages.diagnostics.on(
    safely(log, 'Diagnostics', nothing, ({ textDocument, previousResultId }) =>
      diagnostics.pull(textDocument.uri, previousResultId),
    ),
  );
  connection.onCodeAction(
    safely<CodeActionParams, CodeAction[]>(log, 'Code actions', [], async (params) => [
      ...(await scaffold.actions(params)),
      ...(await (await session.actions()).list(params)),
    ]),
  );
  connection.onCodeActionResolve(async (action, token) =>
    safely<CodeAction, CodeAction>(log, 'Code action', action, async (chosen) =>
      (await session.actions()).resolve(chosen),
    )(action, token),
  );
  connection.onRequest(
    proposeRequest,
    safely<ProposeParams, Proposal | null>(
      log,
      'Proposing files',
      null,
      async ({ folder }) => (await scaffold.propose(folder)) ?? null,
    ),
  );
  connection.onHover(
    safely<{ textDocument: { uri: string }; position: Parameters<typeof hoverAt>[1] }, Hover | null>(
      log,
      'Hover',
      null,
      async ({ textDocument, position }) => {
        const analysis = await analyser.analyse(textDocument.uri);
        if (analysis === undefined) return null;
        // What only hovers need is not loaded at the start.
        const { hoverAt } = await import('./hover/hover.js');
        return hoverAt(analysis, position, support);
      },
    ),
  );
}
