import type {
  ClientCapabilities,
  CodeAction,
  CodeActionTriggerKind,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeResult,
  PublishDiagnosticsParams,
  Range,
  TextEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { uriOf } from './files.js';
import type { Launch, Wire } from './wire.js';

/** What `dockerPatterns.rules` and its neighbours say, by URI of the resource or for all. */
export type SettingsOf = (scope: string | undefined) => unknown;

export interface ClientOptions {
  readonly capabilities: ClientCapabilities;
  /** `undefined`: no workspace folder. */
  readonly folder?: string;
  readonly initializationOptions?: unknown;
  readonly settings?: SettingsOf;
}

/** An editor as the server sees it: open documents, what was published for them, and what was asked of it. */
export class TestClient {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly watched: string[] = [];
  readonly logged: string[] = [];
  readonly status: { uri: string; findings: number; profile: string }[] = [];
  refreshes = 0;
  readonly #wire: Wire;
  readonly #documents = new Map<string, TextDocument>();
  #answer: InitializeResult | undefined;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  static async start(launch: Launch, options: ClientOptions): Promise<TestClient> {
    const client = new TestClient(launch());
    await client.#start(options);
    return client;
  }

  get capabilities(): InitializeResult['capabilities'] {
    return this.#answer!.capabilities;
  }

  get serverName(): string | undefined {
    return this.#answer?.serverInfo?.name;
  }

  get pulls(): boolean {
    return this.capabilities.diagnosticProvider !== undefined;
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.#wire.connection.sendRequest<T>(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.#wire.connection.sendNotification(method, params);
  }

  text(uri: string): string {
    return this.#documents.get(uri)!.getText();
  }

  version(uri: string): number {
    return this.#documents.get(uri)!.version;
  }

  async open(uri: string, text: string, languageId = 'dockerfile'): Promise<void> {
    this.#documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Replaces a range, or inserts at an offset. */
  async edit(uri: string, range: Range, text: string): Promise<void> {
    const document = this.#documents.get(uri)!;
    const contentChanges = [{ range, text }];
    const version = document.version + 1;
    this.#documents.set(uri, TextDocument.update(document, contentChanges, version));
    await this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  /** Types at the end of the text. */
  async type(uri: string, text: string): Promise<void> {
    const document = this.#documents.get(uri)!;
    const end = document.positionAt(document.getText().length);
    await this.edit(uri, { start: end, end }, text);
  }

  /** Puts in another text with one change of the whole. */
  async replace(uri: string, text: string): Promise<void> {
    const document = this.#documents.get(uri)!;
    const end = document.positionAt(document.getText().length);
    await this.edit(uri, { start: { line: 0, character: 0 }, end }, text);
  }

  save(uri: string): Promise<void> {
    return this.notify('textDocument/didSave', { textDocument: { uri } });
  }

  async close(uri: string): Promise<void> {
    this.#documents.delete(uri);
    await this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  /** The diagnostics that the client shows now on the channel of this server. */
  async shown(uri: string): Promise<readonly Diagnostic[]> {
    if (!this.pulls) return this.published.findLast((params) => params.uri === uri)?.diagnostics ?? [];
    const report = await this.pull(uri);
    return report.kind === 'full' ? report.items : [];
  }

  /** Waits until what is shown for a document passes a check, and answers it; throws after five seconds. */
  async until(uri: string, check: (codes: readonly string[]) => boolean): Promise<readonly Diagnostic[]> {
    let shown: readonly Diagnostic[] = [];
    await eventually(
      async () => {
        shown = await this.shown(uri);
        return check(codesOf(shown));
      },
      () => `shown for ${uri}: ${codesOf(shown).join(', ') || 'nothing'}`,
    );
    return shown;
  }

  /** Waits until exactly these rules are reported, in the order of the text. */
  codes(uri: string, ...codes: readonly string[]): Promise<readonly Diagnostic[]> {
    return this.until(uri, (shown) => shown.join() === codes.join());
  }

  actions(
    uri: string,
    range: Range,
    only?: readonly string[],
    diagnostics: readonly Diagnostic[] = [],
    triggerKind?: CodeActionTriggerKind,
  ): Promise<CodeAction[]> {
    return this.request('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics, ...(only === undefined ? {} : { only }), ...(triggerKind ? { triggerKind } : {}) },
    });
  }

  /** Applies an action to the open documents as an editor would, and answers the text of one. */
  async apply(uri: string, action: CodeAction): Promise<string> {
    const chosen = action.edit === undefined ? await this.request<CodeAction>('codeAction/resolve', action) : action;
    const { changes = {}, documentChanges = [] } = chosen.edit ?? {};
    const plain = Object.entries(changes).map(([target, edits]) => ({ target, edits: edits }));
    const versioned = documentChanges.flatMap((change) =>
      'edits' in change ? [{ target: change.textDocument.uri, edits: change.edits }] : [],
    );
    for (const { target, edits } of [...plain, ...versioned]) {
      const document = this.#documents.get(target);
      if (document === undefined) continue;
      await this.replace(target, TextDocument.applyEdits(document, edits.map(asTextEdit)));
    }
    return this.text(uri);
  }

  async stop(): Promise<void> {
    await this.request('shutdown', undefined);
    this.#wire.close();
  }

  async #start({ capabilities, folder, initializationOptions, settings }: ClientOptions): Promise<void> {
    const { connection } = this.#wire;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
    });
    connection.onNotification('dockerPatterns/status', (params: { uri: string; findings: number; profile: string }) => {
      this.status.push(params);
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      return null;
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => settings?.(scopeUri) ?? null),
    );
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: Registration[] }) => {
      for (const { registerOptions } of registrations) {
        this.watched.push(...(registerOptions?.watchers ?? []).map(({ globPattern }) => JSON.stringify(globPattern)));
      }
      return null;
    });
    connection.listen();
    const workspaceFolders = folder === undefined ? null : [{ uri: uriOf(folder), name: 'work' }];
    this.#answer = await this.request<InitializeResult>('initialize', {
      processId: null,
      rootUri: folder === undefined ? null : uriOf(folder),
      ...(capabilities.workspace?.workspaceFolders === true ? { workspaceFolders } : {}),
      capabilities,
      initializationOptions,
    });
    await this.notify('initialized', {});
  }
}

interface Registration {
  readonly registerOptions?: { readonly watchers?: readonly { readonly globPattern: unknown }[] };
}

export function codesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code }) => String(code));
}

/** The range of one character of a text, where `part` starts in it. */
export function at(text: string, part: string): Range {
  const document = TextDocument.create('', '', 0, text);
  const start = document.positionAt(text.indexOf(part));
  return { start, end: start };
}

/** Polls until `check` holds; throws after five seconds with what `state` says. */
export async function eventually(check: () => boolean | Promise<boolean>, state: () => string): Promise<void> {
  const end = performance.now() + 5_000;
  while (!(await check())) {
    if (performance.now() > end) throw new Error(`It did not happen in five seconds; ${state()}`);
    await new Promise((done) => setTimeout(done, 10));
  }
}

function asTextEdit(edit: unknown): TextEdit {
  const { range, newText, snippet } = edit as TextEdit & { snippet?: { value: string } };
  return { range, newText: snippet?.value ?? newText };
}
