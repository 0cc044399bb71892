import type { Connection, InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import { CodeActionKind, PositionEncodingKind, TextDocumentSyncKind } from 'vscode-languageserver';
import type { Rule } from '../engine/rule.js';
import type { ClientSupport } from './client.js';
import { completionCapabilities, registerCompletion } from './completion/register.js';
import { DockerfileService } from './dockerfileService.js';
import { featureCapabilities, registerFeatures } from './features.js';
import { registerFindings } from './findings.js';
import type { Host } from './host.js';
import { diagnosticSource, fixAllKind } from './protocol.js';
import { linterOf } from './linter.js';
import { registerRulePages } from './rulePages.js';
import type { Log } from './safely.js';
import { Session } from './session.js';

/**
 * Serves one client over a connection, which the caller then makes listen. A request that fails answers empty and is
 * logged; nothing in a document ends the server. The rules are all rules unless a test says otherwise; they are loaded when
 * a client is there and has its answer.
 */
export function startServer(connection: Connection, host: Host, rules?: readonly Rule[]): void {
  const log: Log = (message) => connection.console.warn(message);
  const linter = linterOf(rules);
  connection.onInitialize((params): InitializeResult => {
    const session = new Session({ connection, host, linter, params, log });
    const service = new DockerfileService(() => host.loadDockerfileService(), log);
    registerFindings(connection, session, log);
    registerCompletion(connection, session, log);
    registerRulePages(connection, linter);
    registerFeatures({ connection, analyser: session.analyser, service, support: session.support, log });
    connection.onInitialized(() => session.start());
    return {
      capabilities: capabilitiesFor(session.support),
      serverInfo: { name: diagnosticSource, ...(host.version === undefined ? {} : { version: host.version }) },
    };
  });
}

const everyFile = { filters: [{ pattern: { glob: '**' } }] };

function capabilitiesFor(support: ClientSupport): ServerCapabilities {
  const codeActions = {
    codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
    resolveProvider: support.resolveEdit,
  };
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    hoverProvider: true,
    ...(support.codeActionLiterals ? { codeActionProvider: codeActions } : {}),
    ...(support.pull ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } } : {}),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { didCreate: everyFile, didRename: everyFile, didDelete: everyFile },
    },
    ...featureCapabilities(support),
    ...completionCapabilities,
  };
}
