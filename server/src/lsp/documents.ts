import type { Connection, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Draft } from '../engine/report.js';
import { normalise } from './uris.js';

/** An open document as it is now. */
export interface OpenDocument {
  /** As the client writes it. */
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  /** Set while there are changes that were not saved. */
  readonly draft: Draft | undefined;
  /** Another number after each opening, change and save of any document. */
  readonly stamp: number;
}

export interface DocumentEvents {
  opened(document: OpenDocument): void;
  changed(document: OpenDocument): void;
  saved(document: OpenDocument, wasDraft: boolean): void;
  /** A file was saved, be its document still open or not. */
  written(uri: string): void;
  closed(uri: string): void;
}

interface Entry {
  document: TextDocument;
  draft: Draft | undefined;
  saved: boolean;
  stamp: number;
  view: OpenDocument | undefined;
}

/** The texts that the client has open, kept in step by incremental changes. */
export class Documents {
  readonly #entries = new Map<string, Entry>();
  #stamp = 0;

  /** Listens on a connection; `events` are told after each change of state. */
  listen(connection: Connection, events: DocumentEvents): void {
    connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
      const document = TextDocument.create(uri, languageId, version, text);
      const saved = text.trim() !== '';
      this.#entries.set(normalise(uri), { document, draft: undefined, saved, stamp: ++this.#stamp, view: undefined });
      this.#tell(uri, (view) => events.opened(view));
    });
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      const entry = this.#entries.get(normalise(uri));
      if (entry === undefined) return;
      change(entry, contentChanges, version);
      entry.stamp = ++this.#stamp;
      this.#tell(uri, (view) => events.changed(view));
    });
    connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
      const entry = this.#entries.get(normalise(uri));
      // VS Code closes a document that a fix saved before it tells that it was saved.
      if (entry !== undefined) {
        const wasDraft = entry.draft !== undefined;
        entry.draft = undefined;
        entry.saved = true;
        entry.stamp = ++this.#stamp;
        entry.view = undefined;
        this.#tell(uri, (view) => events.saved(view, wasDraft));
      }
      events.written(uri);
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      if (this.#entries.delete(normalise(uri))) events.closed(uri);
    });
  }

  get(uri: string): OpenDocument | undefined {
    const entry = this.#entries.get(normalise(uri));
    if (entry === undefined) return undefined;
    entry.view ??= {
      uri: entry.document.uri,
      languageId: entry.document.languageId,
      version: entry.document.version,
      text: entry.document.getText(),
      draft: entry.draft,
      stamp: entry.stamp,
    };
    return entry.view;
  }

  all(): readonly OpenDocument[] {
    return [...this.#entries.values()].flatMap(({ document }) => this.get(document.uri) ?? []);
  }

  #tell(uri: string, event: (view: OpenDocument) => void): void {
    const view = this.get(uri);
    if (view !== undefined) event(view);
  }
}

function change(entry: Entry, changes: readonly TextDocumentContentChangeEvent[], version: number): void {
  const before = entry.document.getText();
  entry.document = TextDocument.update(entry.document, [...changes], version);
  entry.view = undefined;
  const last = changes.at(-1);
  if (last === undefined) return;
  const after = entry.document.getText();
  const at =
    'range' in last ? entry.document.offsetAt(last.range.start) + last.text.length : behindChange(before, after);
  entry.draft = { at, saved: entry.saved };
}

/** UTF-16 offset in `after` behind the part in which it differs from `before`, for clients that send whole texts. */
function behindChange(before: string, after: string): number {
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) {
    same++;
  }
  return after.length - same;
}
