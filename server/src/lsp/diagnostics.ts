import type { Connection, Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import { DiagnosticSeverity, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import { SourceText } from '../engine/text/source.js';
import type { Analyser, Analysis } from './analysis.js';
import type { ClientSupport } from './client.js';
import { diagnosticOf, rangeOf } from './convert.js';
import type { FoundConfig } from './discover.js';
import type { Documents, OpenDocument } from './documents.js';
import type { Host, Timer } from './host.js';
import type { StatusParams } from './protocol.js';
import { diagnosticSource, statusNotification } from './protocol.js';
import type { Log } from './safely.js';
import { describe } from './safely.js';
import { withPath } from './uris.js';

/** How long a pushing server waits for the next keystroke. */
const pause = 150;

/** Brings findings to the client on one channel: on request where it asks for them, else as notifications. */
export class Diagnostics {
  readonly #connection: Connection;
  readonly #support: ClientSupport;
  readonly #host: Host;
  readonly #documents: Documents;
  readonly #analyser: Analyser;
  readonly #log: Log;
  readonly #timers = new Map<string, Timer>();
  /** Configuration files with problems that the client shows. */
  readonly #configs = new Set<string>();
  /** Documents whose findings the client was sent. */
  readonly #pushed = new Set<string>();
  readonly #told = new Map<string, string>();

  constructor(parts: {
    readonly connection: Connection;
    readonly support: ClientSupport;
    readonly host: Host;
    readonly documents: Documents;
    readonly analyser: Analyser;
    readonly log: Log;
  }) {
    this.#connection = parts.connection;
    this.#support = parts.support;
    this.#host = parts.host;
    this.#documents = parts.documents;
    this.#analyser = parts.analyser;
    this.#log = parts.log;
  }

  /** The text of a document changed, or it was opened: push soon, if this client is pushed to. */
  changed({ uri }: OpenDocument, now: boolean): void {
    if (this.#support.pull) return;
    this.#cancel(uri);
    const push = (): void => {
      this.#timers.delete(uri);
      this.#push(uri).catch((error: unknown) => this.#log(`Publishing failed: ${describe(error)}`));
    };
    if (now) push();
    else this.#timers.set(uri, this.#host.setTimeout(push, pause));
  }

  /** Something else that findings depend on changed: everything open is looked at again. */
  refresh(): void {
    if (!this.#support.pull) {
      for (const document of this.#documents.all()) this.changed(document, true);
      return;
    }
    this.#connection.languages.diagnostics
      .refresh()
      .catch((error: unknown) => this.#log(`The client does not refresh diagnostics: ${describe(error)}`));
  }

  closed(uri: string): void {
    this.#cancel(uri);
    this.#told.delete(uri);
    if (this.#pushed.delete(uri)) this.#send(uri, []);
    if (this.#documents.all().length === 0) this.clearConfigs();
  }

  /** Answers a pull. */
  async pull(uri: string, previous: string | undefined): Promise<DocumentDiagnosticReport> {
    const analysis = this.#support.pull ? await this.#analyser.analyse(uri) : undefined;
    if (analysis === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    this.#tell(analysis);
    if (analysis.id === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: analysis.id };
    return { kind: DocumentDiagnosticReportKind.Full, resultId: analysis.id, items: this.#items(analysis) };
  }

  /** Shows what is wrong in the configuration of a document, in the files themselves. */
  showConfig(base: string, { files }: FoundConfig): void {
    for (const { path, text, problems } of files) {
      const uri = withPath(base, path);
      if (problems.length === 0 && !this.#configs.delete(uri)) continue;
      if (problems.length > 0) this.#configs.add(uri);
      const source = new SourceText(text);
      const items = problems.map(({ span, message }) => ({
        range: rangeOf(source, span),
        severity: DiagnosticSeverity.Warning,
        source: diagnosticSource,
        code: 'configuration',
        message,
      }));
      this.#send(uri, items);
    }
  }

  /** Takes back what `showConfig` showed, because it will be looked at again or nothing is open any more. */
  clearConfigs(): void {
    for (const uri of this.#configs) this.#send(uri, []);
    this.#configs.clear();
  }

  async #push(uri: string): Promise<void> {
    const analysis = await this.#analyser.analyse(uri);
    const open = this.#documents.get(uri);
    if (open === undefined) return;
    if (analysis === undefined) {
      if (this.#pushed.delete(uri)) this.#send(uri, [], open.version);
      return;
    }
    if (analysis.open.stamp !== open.stamp) return;
    this.#pushed.add(uri);
    this.#send(uri, this.#items(analysis), open.version);
    this.#tell(analysis);
  }

  #items(analysis: Analysis): Diagnostic[] {
    return analysis.report.findings.map((finding) => diagnosticOf(analysis, finding, this.#support));
  }

  #send(uri: string, diagnostics: Diagnostic[], version?: number): void {
    const versioned = version !== undefined && this.#support.diagnosticVersion;
    this.#connection
      .sendDiagnostics({ uri, diagnostics, ...(versioned ? { version } : {}) })
      .catch((error: unknown) => this.#log(`Publishing failed: ${describe(error)}`));
  }

  #tell({ open, report, config, problem, id }: Analysis): void {
    if (!this.#support.status || this.#told.get(open.uri) === id) return;
    this.#told.set(open.uri, id);
    const status: StatusParams = {
      uri: open.uri,
      findings: report.findings.length,
      profile: config.profile,
      excluded: config.excluded,
      ...(problem === undefined ? {} : { problem }),
    };
    this.#connection
      .sendNotification(statusNotification, status)
      .catch((error: unknown) => this.#log(`Telling the status failed: ${describe(error)}`));
  }

  #cancel(uri: string): void {
    const timer = this.#timers.get(uri);
    if (timer !== undefined) this.#host.clearTimeout(timer);
    this.#timers.delete(uri);
  }
}
