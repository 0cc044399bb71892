import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { DockerfileDocument } from '../engine/dockerfile/model/types.js';
import type { Analyser } from './analysis.js';
import type { ClientSupport } from './client.js';
import type { DockerfileService } from './dockerfileService.js';
import { harmlessEdits } from './formatting.js';
import { documentSymbols, flatSymbols, foldingRanges } from './outline.js';
import { definitionRange, highlights, prepareRename, renameEdits } from './rename.js';
import type { Log } from './safely.js';
import { safely } from './safely.js';

/** What `initialize` announces for `registerFeatures`. */
export function featureCapabilities({ prepareRename }: Pick<ClientSupport, 'prepareRename'>): ServerCapabilities {
  return {
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\\', moreTriggerCharacter: ['`'] },
    signatureHelpProvider: { triggerCharacters: ['-', '[', ',', '"', ' ', '='] },
    renameProvider: prepareRename ? { prepareProvider: true } : true,
    documentLinkProvider: { resolveProvider: false },
    documentHighlightProvider: true,
    definitionProvider: true,
  };
}

interface Parts {
  readonly connection: Connection;
  readonly analyser: Analyser;
  readonly service: DockerfileService;
  readonly support: ClientSupport;
  readonly log: Log;
}

interface Target {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly doc: DockerfileDocument;
}

/** Requests about a Dockerfile that are not about findings. */
export function registerFeatures({ connection, analyser, service, support, log }: Parts): void {
  const target = (uri: string): Target | undefined => {
    const parsed = analyser.parsed(uri);
    return parsed?.document.language === 'dockerfile'
      ? { uri: parsed.open.uri, version: parsed.open.version, text: parsed.open.text, doc: parsed.document }
      : undefined;
  };
  /** A handler that answers `empty` for documents that are no Dockerfile. */
  const on = <P extends { readonly textDocument: { readonly uri: string } }, R>(
    name: string,
    empty: NoInfer<R>,
    run: (found: Target, params: P) => R | Promise<R>,
  ): ReturnType<typeof safely<P, R>> =>
    safely<P, R>(log, name, empty, (params) => {
      const found = target(params.textDocument.uri);
      return found === undefined ? empty : run(found, params);
    });

  connection.onDocumentSymbol(
    on('Outline', [], ({ doc, uri }) => (support.nestedSymbols ? documentSymbols(doc) : flatSymbols(doc, uri))),
  );
  connection.onFoldingRanges(on('Folding', [], ({ doc }) => foldingRanges(doc)));
  connection.onDocumentFormatting(
    on('Formatting', [], async ({ text, doc }, { options }) =>
      harmlessEdits(doc, await service.ask('format', text, [], (dockerfile) => dockerfile.format(text, options))),
    ),
  );
  connection.onDocumentRangeFormatting(
    on('Formatting', [], async ({ text, doc }, { range, options }) => {
      const edits = await service.ask('formatRange', text, [], (dockerfile) =>
        dockerfile.formatRange(text, range, options),
      );
      return harmlessEdits(doc, edits);
    }),
  );
  connection.onDocumentOnTypeFormatting(
    on('Formatting', [], async ({ text, doc }, { position, ch, options }) => {
      const edits = await service.ask('formatOnType', text, [], (dockerfile) =>
        dockerfile.formatOnType(text, position, ch, options),
      );
      return harmlessEdits(doc, edits);
    }),
  );
  connection.onSignatureHelp(
    on('Signature help', null, async ({ text }, { position }) => {
      const help = await service.ask('computeSignatureHelp', text, null, (dockerfile) =>
        dockerfile.computeSignatureHelp(text, position),
      );
      return help !== null && help.signatures.length > 0 ? help : null;
    }),
  );
  connection.onPrepareRename(on('Rename', null, ({ doc }, { position }) => prepareRename(doc, position)));
  connection.onRenameRequest(
    on('Rename', null, ({ uri, version, doc }, { position, newName }) => {
      const edits = renameEdits(doc, position, newName);
      if (edits.length === 0) return null;
      return support.documentChanges
        ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
        : { changes: { [uri]: edits } };
    }),
  );
  connection.onDocumentLinks(
    on('Links', [], ({ text }) =>
      service.ask('computeLinks', text, [], (dockerfile) =>
        dockerfile.computeLinks(text).map((link) => {
          const { range, target: address } = dockerfile.resolveLink(link);
          return { range, ...(address === undefined ? {} : { target: address }) };
        }),
      ),
    ),
  );
  connection.onDocumentHighlight(on('Highlights', [], ({ doc }, { position }) => highlights(doc, position)));
  connection.onDefinition(
    on('Definition', null, ({ uri, doc }, { position }) => {
      const range = definitionRange(doc, position);
      return range === undefined ? null : { uri, range };
    }),
  );
}
