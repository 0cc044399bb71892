import type {
  Connection,
  DocumentSymbol,
  ServerCapabilities,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { ComposeDocument } from '../engine/compose/types.js';
import type { DockerfileDocument } from '../engine/dockerfile/model/types.js';
import { unknownFacts, withProject, type Facts } from '../engine/facts.js';
import type { Analyser, Analysis } from './analysis.js';
import type { ClientSupport } from './client.js';
import { composeFolds, composeSymbols } from './composeOutline.js';
import type { DockerfileService } from './dockerfileService.js';
import { harmlessEdits } from './formatting.js';
import { documentSymbols, flatSymbols, foldingRanges } from './outline.js';
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

interface ComposeTarget {
  readonly uri: string;
  readonly version: number;
  readonly doc: ComposeDocument;
  /** What is known of the files around it. */
  readonly facts: () => Promise<Facts>;
}

/** What names mean, in Dockerfiles and in Compose files; loaded when somebody asks. */
const names = (): Promise<typeof import('./rename.js')> => import('./rename.js');
const composeNames = (): Promise<typeof import('./composeNames.js')> => import('./composeNames.js');

/** Requests about a Dockerfile or a Compose file that are not about findings. */
export function registerFeatures({ connection, analyser, service, support, log }: Parts): void {
  const factsOf = (uri: string, version: number) => async (): Promise<Facts> => {
    const analysis = await analyser.analyse(uri);
    return analysis?.open.version === version ? withProjectOf(analysis) : unknownFacts;
  };
  /** A handler that answers `empty` for documents that it is not for. */
  const on = <P extends { readonly textDocument: { readonly uri: string } }, R>(
    name: string,
    empty: NoInfer<R>,
    run: (found: Target, params: P) => R | Promise<R>,
    compose?: (found: ComposeTarget, params: P) => R | Promise<R>,
  ): ReturnType<typeof safely<P, R>> =>
    safely<P, R>(log, name, empty, async (params) => {
      const parsed = await analyser.parsed(params.textDocument.uri);
      if (parsed === undefined) return empty;
      const { document: doc, open } = parsed;
      const { uri, version, text } = open;
      if (doc.language === 'dockerfile') return run({ uri, version, text, doc }, params);
      if (doc.language !== 'compose' || compose === undefined) return empty;
      return compose({ uri, version, doc, facts: factsOf(uri, version) }, params);
    });
  const symbols = (nested: DocumentSymbol[], uri: string): DocumentSymbol[] | SymbolInformation[] =>
    support.nestedSymbols ? nested : flatSymbols(nested, uri);
  const renaming = (uri: string, version: number, edits: TextEdit[]): WorkspaceEdit | null => {
    if (edits.length === 0) return null;
    return support.documentChanges
      ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
      : { changes: { [uri]: edits } };
  };

  connection.onDocumentSymbol(
    on(
      'Outline',
      [],
      ({ doc, uri }) => symbols(documentSymbols(doc), uri),
      ({ doc, uri }) => symbols(composeSymbols(doc), uri),
    ),
  );
  connection.onFoldingRanges(
    on(
      'Folding',
      [],
      ({ doc }) => foldingRanges(doc),
      ({ doc }) => composeFolds(doc),
    ),
  );
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
  connection.onPrepareRename(
    on(
      'Rename',
      null,
      async ({ doc }, { position }) => (await names()).prepareRename(doc, position),
      async ({ doc, facts }, { position }) => (await composeNames()).prepareComposeRename(doc, position, await facts()),
    ),
  );
  connection.onRenameRequest(
    on(
      'Rename',
      null,
      async ({ uri, version, doc }, { position, newName }) =>
        renaming(uri, version, (await names()).renameEdits(doc, position, newName)),
      async ({ uri, version, doc, facts }, { position, newName }) =>
        renaming(uri, version, (await composeNames()).composeRenameEdits(doc, position, await facts(), newName)),
    ),
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
  connection.onDocumentHighlight(
    on(
      'Highlights',
      [],
      async ({ doc }, { position }) => (await names()).highlights(doc, position),
      async ({ doc }, { position }) => (await composeNames()).composeHighlights(doc, position),
    ),
  );
  connection.onDefinition(
    on(
      'Definition',
      null,
      async ({ uri, doc }, { position }) => {
        const range = (await names()).definitionRange(doc, position);
        return range === undefined ? null : { uri, range };
      },
      async ({ uri, doc, facts }, { position }) =>
        (await composeNames()).composeDefinition(doc, uri, position, await facts()),
    ),
  );
}

/** The facts of a run, with the files that its configuration says belong together. */
function withProjectOf({ facts, config }: Analysis): Facts {
  return withProject(facts, config);
}
