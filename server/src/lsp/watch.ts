import type { Connection, FileSystemWatcher } from 'vscode-languageserver';
import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { baseNames } from '../engine/compose/project/discover.js';
import { allConfigNames } from '../engine/config/names.js';
import type { FactQuery } from '../engine/facts.js';
import type { ClientSupport } from './client.js';
import type { Host } from './host.js';
import type { Log } from './safely.js';
import { describe } from './safely.js';
import { nameOf } from './uris.js';

/** Asks the client to watch files: those that configure, and those that somebody asked about. */
export class Watcher {
  readonly #connection: Connection;
  readonly #support: ClientSupport;
  readonly #host: Host;
  readonly #log: Log;
  readonly #known = new Set<string>();
  #waiting: FileSystemWatcher[] = [];

  constructor(connection: Connection, support: ClientSupport, host: Host, log: Log) {
    this.#connection = connection;
    this.#support = support;
    this.#host = host;
    this.#log = log;
  }

  /** Whether the client tells of changes at all. */
  get works(): boolean {
    return this.#support.watchFiles;
  }

  /** Registers the names that are always of interest. */
  start(): void {
    for (const name of [...allConfigNames, '.dockerignore', '*.dockerignore']) this.#byName(name);
  }

  /** Makes sure that changes of the answer to a question are told. */
  watch(kind: FactQuery['kind'], uri: string): void {
    if (kind === 'projects') {
      for (const name of [...baseNames, '.gitignore']) this.#byName(name);
    } else if (kind !== 'list') {
      this.#byName(escapeGlob(nameOf(uri)));
    } else if (this.#support.relativePatterns) {
      this.#add(uri, { globPattern: { baseUri: uri, pattern: '*' } });
    }
  }

  #byName(name: string): void {
    if (name !== '') this.#add(name, { globPattern: `**/${name}` });
  }

  #add(key: string, watcher: FileSystemWatcher): void {
    if (!this.works || this.#known.has(key)) return;
    this.#known.add(key);
    this.#waiting.push(watcher);
    if (this.#waiting.length === 1) this.#host.setTimeout(() => this.#register(), 0);
  }

  #register(): void {
    const watchers = this.#waiting;
    this.#waiting = [];
    this.#connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch((error: unknown) => this.#log(`The client does not watch files: ${describe(error)}`));
  }
}

/** Characters of LSP globs stand for themselves within brackets. */
function escapeGlob(name: string): string {
  return name.replace(/[*?{}[\]]/g, '[$&]');
}
