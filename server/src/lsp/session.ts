import type { Connection, FileEvent, InitializeParams } from 'vscode-languageserver';
import { DidChangeConfigurationNotification, FileChangeType } from 'vscode-languageserver';
import { Analyser } from './analysis.js';
import type { ClientSupport } from './client.js';
import { clientSupport } from './client.js';
import type { CodeActions } from './codeActions.js';
import { ConfigStore, isConfigName } from './config.js';
import { Diagnostics } from './diagnostics.js';
import type { OpenDocument } from './documents.js';
import { Documents } from './documents.js';
import { FactStore } from './facts.js';
import { clientFiles, routeFiles } from './files.js';
import type { Host, Timer } from './host.js';
import type { LinterSource } from './linter.js';
import { settingsSection, trustNotification } from './protocol.js';
import type { Log } from './safely.js';
import { describe } from './safely.js';
import { Scaffold } from './scaffold.js';
import { ScriptStore } from './scripts.js';
import type { Settings } from './settings.js';
import { SettingsStore } from './settings.js';
import { folderOf, nameOf, normalise } from './uris.js';
import { Watcher } from './watch.js';

/** Changes of many files at once (an install, a checkout) are answered once. */
const pause = 100;

/** Everything that is known of one client: its documents, settings and files, kept in step with what it tells. */
export class Session {
  readonly support: ClientSupport;
  readonly analyser: Analyser;
  readonly diagnostics: Diagnostics;
  readonly scaffold: Scaffold;
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #log: Log;
  readonly #linter: LinterSource;
  readonly #documents = new Documents();
  readonly #settings: SettingsStore;
  readonly #config: ConfigStore;
  readonly #facts: FactStore;
  readonly #scripts: ScriptStore;
  readonly #watcher: Watcher;
  #roots: readonly string[];
  #refresh: { readonly timer: Timer } | undefined;
  #actions: Promise<CodeActions> | undefined;

  constructor(input: {
    readonly connection: Connection;
    readonly host: Host;
    readonly linter: LinterSource;
    readonly params: InitializeParams;
    readonly log: Log;
  }) {
    const { connection, host, linter, params, log } = input;
    const support = clientSupport(params);
    const documents = this.#documents;
    const roots = (): readonly string[] => this.#roots;
    this.#connection = connection;
    this.#host = host;
    this.#log = log;
    this.#linter = linter;
    this.support = support;
    this.#roots = rootsOf(params);
    this.#watcher = new Watcher(connection, support, host, log);
    const files = routeFiles(host.files, clientFiles(connection, support.files));
    this.#facts = new FactStore(files, (kind, uri) => this.#watcher.watch(kind, uri));
    this.#settings = new SettingsStore(connection, support, linter, log);
    this.#config = new ConfigStore({
      linter,
      log,
      settings: this.#settings,
      roots,
      read: (uri, root) => this.#readConfig(uri, root),
      found: (base, config) => this.diagnostics.showConfig(base, config),
    });
    this.#scripts = new ScriptStore({
      host,
      settings: this.#settings,
      trusted: support.trusted,
      log,
      answered: () => this.#refreshSoon(),
    });
    const [config, facts, scripts] = [this.#config, this.#facts, this.#scripts];
    this.analyser = new Analyser({ linter, documents, config, facts, scripts, roots, log });
    this.scaffold = new Scaffold({ analyser: this.analyser, facts, roots, support });
    this.diagnostics = new Diagnostics({ connection, support, host, documents, analyser: this.analyser, log });
    this.#listen();
  }

  /** A document as it is now, also one that is none of ours; undefined when it is not open. */
  open(uri: string): OpenDocument | undefined {
    return this.#documents.get(uri);
  }

  /** What code actions there are; loaded when somebody asks. */
  actions(): Promise<CodeActions> {
    const load = async (): Promise<CodeActions> => {
      const { CodeActions } = await import('./codeActions.js');
      return new CodeActions(this.analyser, this.#documents, this.support, this.#log);
    };
    return (this.#actions ??= load());
  }

  /** What a person set for a document. Never rejects. */
  settings(uri: string): Promise<Settings> {
    return this.#settings.for(uri);
  }

  /** Registers with the client, which may be done only after it said `initialized`. */
  start(): void {
    this.#linter().catch((error: unknown) => this.#log(`The rules cannot be loaded: ${describe(error)}`));
    if (this.support.registerConfiguration) {
      this.#connection.client
        .register(DidChangeConfigurationNotification.type, { section: settingsSection })
        .catch((error: unknown) => this.#log(`The client does not tell of settings: ${describe(error)}`));
    }
    if (this.support.workspaceFolders) {
      this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => normalise(uri)));
        const kept = this.#roots.filter((root) => !gone.has(root));
        this.#roots = [...kept, ...added.map(({ uri }) => normalise(uri))];
        this.#configChanged();
      });
    }
    this.#watcher.start();
  }

  #listen(): void {
    const { analyser, diagnostics } = this;
    this.#documents.listen(this.#connection, {
      opened: (document) => {
        diagnostics.changed(document, true);
        this.#configOpened(document);
        if (!this.#watcher.works) this.#lookAgain();
      },
      changed: (document) => {
        diagnostics.changed(document, false);
        this.#configOpened(document);
      },
      saved: (document, wasDraft) => {
        diagnostics.changed(document, true);
        if (this.support.pull && wasDraft) diagnostics.refresh();
      },
      written: (uri) => this.#lookAgain(this.#watcher.works ? folderOf(uri) : undefined),
      closed: (uri) => {
        analyser.forget(uri);
        this.#config.forget(uri);
        diagnostics.closed(uri);
        if (isConfigName(nameOf(uri))) this.#configChanged();
      },
    });
    this.#connection.onDidChangeConfiguration(({ settings }) => {
      this.#settings.changed(settings);
      this.#scripts.reset();
      this.#configChanged();
    });
    this.#connection.onNotification(trustNotification, () => {
      this.#scripts.trust();
      this.#refreshSoon();
    });
    this.#connection.onDidChangeWatchedFiles(({ changes }) => this.#filesChanged(changes));
    this.#listenToFiles();
  }

  /** What is done in the editor itself is told at once, also where nothing can be watched. */
  #listenToFiles(): void {
    const { Created, Deleted } = FileChangeType;
    const { workspace } = this.#connection;
    workspace.onDidCreateFiles(({ files }) => this.#filesChanged(files.map(({ uri }) => ({ uri, type: Created }))));
    workspace.onDidDeleteFiles(({ files }) => this.#filesChanged(files.map(({ uri }) => ({ uri, type: Deleted }))));
    workspace.onDidRenameFiles(({ files }) =>
      this.#filesChanged(
        files.flatMap(({ oldUri, newUri }) => [
          { uri: oldUri, type: Deleted },
          { uri: newUri, type: Created },
        ]),
      ),
    );
  }

  #filesChanged(changes: readonly FileEvent[]): void {
    let seen = false;
    let configures = false;
    for (const { uri, type } of changes) {
      seen = this.#facts.changed(uri, type) || seen;
      configures = this.#config.fileChanged(uri) || configures;
    }
    if (configures) this.#configChanged();
    else if (seen) this.#refreshSoon();
  }

  /**
   * A client that watches no files is asked what changed whenever a person comes or saves. One that does may miss
   * something all the same, where the system has no watches left or is too busy: then saving brings what lies around.
   */
  #lookAgain(folder?: string): void {
    this.#facts.refresh(folder).then(
      (changed) => {
        if (changed) this.#configChanged();
      },
      (error: unknown) => this.#log(`Looking at files failed: ${describe(error)}`),
    );
  }

  /** An open configuration file counts as it is written, not as it was saved. */
  #configOpened({ uri }: OpenDocument): void {
    if (isConfigName(nameOf(uri))) this.#configChanged();
  }

  async #readConfig(uri: string, root: string): Promise<string | undefined> {
    const open = this.#documents.get(uri);
    if (open !== undefined) return open.text;
    return (await this.#facts.ask('read', uri, root)).text;
  }

  #configChanged(): void {
    this.#config.reset();
    this.diagnostics.clearConfigs();
    this.#refreshSoon();
  }

  #refreshSoon(): void {
    if (this.#refresh !== undefined) this.#host.clearTimeout(this.#refresh.timer);
    const timer = this.#host.setTimeout(() => {
      this.#refresh = undefined;
      this.diagnostics.refresh();
    }, pause);
    this.#refresh = { timer };
  }
}

function rootsOf(params: InitializeParams): readonly string[] {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Older clients send nothing else.
  const { workspaceFolders, rootUri } = params;
  const folders = workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === 'string' ? [rootUri] : []);
  return folders.map(normalise);
}
