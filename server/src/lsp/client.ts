import type { InitializeParams, InsertTextMode } from 'vscode-languageserver';
import { CodeActionKind, DiagnosticTag, MarkupKind, ResourceOperationKind } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol.js';

/** What the client can do, from `initialize`; nothing is used that it did not announce. */
export interface ClientSupport {
  readonly commands: ReadonlySet<string>;
  readonly files: boolean;
  readonly status: boolean;
  /** The person trusts the workspace. */
  readonly trusted: boolean;
  readonly settings: unknown;
  /** `workspace/configuration`. */
  readonly configuration: boolean;
  readonly registerConfiguration: boolean;
  readonly workspaceFolders: boolean;
  readonly watchFiles: boolean;
  readonly relativePatterns: boolean;
  /** Diagnostics are pulled; then they are never pushed. */
  readonly pull: boolean;
  readonly related: boolean;
  readonly tags: ReadonlySet<DiagnosticTag>;
  readonly codeDescription: boolean;
  readonly diagnosticData: boolean;
  readonly diagnosticVersion: boolean;
  /** Code actions as literals with kinds; without them a client understands commands only. */
  readonly codeActionLiterals: boolean;
  readonly preferred: boolean;
  /** Actions that cannot be taken are shown, with the reason. */
  readonly disabledActions: boolean;
  /** `codeAction/resolve` may bring the edit. */
  readonly resolveEdit: boolean;
  readonly documentChanges: boolean;
  readonly snippetEdits: boolean;
  readonly createFiles: boolean;
  readonly confirmation: boolean;
  readonly hoverMarkdown: boolean;
  readonly nestedSymbols: boolean;
  readonly lineFolding: boolean;
  readonly prepareRename: boolean;
  /** The client offers the snippets itself, from the same files. */
  readonly ownSnippets: boolean;
  readonly completion: {
    readonly snippets: boolean;
    readonly markdown: boolean;
    readonly modes: ReadonlySet<InsertTextMode>;
  };
}

/** Reads the capabilities and options of a client. Never throws. */
export function clientSupport(params: Pick<InitializeParams, 'capabilities' | 'initializationOptions'>): ClientSupport {
  const { workspace, textDocument } = params.capabilities;
  const options = readOptions(params.initializationOptions);
  const published = textDocument?.publishDiagnostics;
  const pulled = textDocument?.diagnostic;
  const action = textDocument?.codeAction;
  const edit = workspace?.workspaceEdit;
  const item = textDocument?.completion?.completionItem;
  const documentChanges = edit?.documentChanges === true;
  const pull = pulled !== undefined && workspace?.diagnostics?.refreshSupport === true;
  const diagnostic = { ...published, ...(pull ? pulled : {}) };
  return {
    ...options,
    configuration: workspace?.configuration === true,
    registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    pull,
    related: diagnostic.relatedInformation === true,
    tags: new Set(diagnostic.tagSupport?.valueSet ?? []),
    codeDescription: diagnostic.codeDescriptionSupport === true,
    diagnosticData: diagnostic.dataSupport === true,
    diagnosticVersion: published?.versionSupport === true,
    codeActionLiterals: action?.codeActionLiteralSupport !== undefined,
    preferred: action?.isPreferredSupport === true,
    disabledActions: action?.disabledSupport === true,
    resolveEdit: action?.dataSupport === true && action.resolveSupport?.properties.includes('edit') === true,
    documentChanges,
    snippetEdits: documentChanges && edit.snippetEditSupport === true,
    createFiles: documentChanges && edit.resourceOperations?.includes(ResourceOperationKind.Create) === true,
    confirmation:
      documentChanges && edit.changeAnnotationSupport !== undefined && action?.honorsChangeAnnotations === true,
    hoverMarkdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    lineFolding: textDocument?.foldingRange?.lineFoldingOnly === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    completion: {
      snippets: item?.snippetSupport === true,
      markdown: item?.documentationFormat?.includes(MarkupKind.Markdown) === true,
      modes: new Set(item?.insertTextModeSupport?.valueSet ?? []),
    },
  };
}

type Announced = Pick<ClientSupport, 'commands' | 'files' | 'status' | 'trusted' | 'settings' | 'ownSnippets'>;

function readOptions(value: unknown): Announced {
  const options: InitializationOptions = isRecord(value) ? value : {};
  const commands: readonly unknown[] = Array.isArray(options.commands) ? options.commands : [];
  return {
    commands: new Set(commands.filter((command) => typeof command === 'string')),
    files: options.files === true,
    status: options.status === true,
    trusted: options.trusted === true,
    ownSnippets: options.snippets === true,
    settings: options.settings,
  };
}

/** Whether a value from outside is an object with named members. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether `kind` is wanted by a request's `only`: itself or a kind above it (`source` wants `source.fixAll`). */
export function wantsKind(only: readonly CodeActionKind[] | undefined, kind: CodeActionKind): boolean {
  if (only === undefined) return true;
  return only.some((wanted) => wanted === CodeActionKind.Empty || wanted === kind || kind.startsWith(`${wanted}.`));
}
