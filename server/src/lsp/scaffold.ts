import type { CodeAction, CodeActionParams, CompletionItem, CompletionParams } from 'vscode-languageserver';
import { CodeActionKind, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import type { Proposal, Recipe } from '../engine/scaffold/types.js';
import type { Analyser } from './analysis.js';
import type { ClientSupport } from './client.js';
import { wantsKind } from './client.js';
import { rangeOf } from './convert.js';
import type { FactStore } from './facts.js';
import { addFilesCommand } from './protocol.js';
import { folderOf, rootOf } from './uris.js';

/** What knows the kinds of projects; not loaded at the start. */
const knowledge = (): Promise<typeof import('../engine/scaffold/propose.js')> =>
  import('../engine/scaffold/propose.js');

/** Docker files for a project that has none. */
export class Scaffold {
  readonly #analyser: Analyser;
  readonly #facts: FactStore;
  readonly #roots: () => readonly string[];
  readonly #support: ClientSupport;

  constructor(parts: {
    readonly analyser: Analyser;
    readonly facts: FactStore;
    readonly roots: () => readonly string[];
    readonly support: ClientSupport;
  }) {
    this.#analyser = parts.analyser;
    this.#facts = parts.facts;
    this.#roots = parts.roots;
    this.#support = parts.support;
  }

  /** The files that the project in a folder lacks; undefined for a folder outside the workspace or of no known kind. */
  async propose(folder: string): Promise<Proposal | undefined> {
    const { proposeFiles } = await knowledge();
    return proposeFiles('', await this.#factsIn(folder));
  }

  /** How the project around an empty Dockerfile would be built; undefined for any other document. */
  async recipeFor(uri: string): Promise<Recipe | undefined> {
    const parsed = await this.#analyser.parsed(uri);
    if (parsed?.document.language !== 'dockerfile' || parsed.open.text.trim() !== '') return undefined;
    const { recognise } = await knowledge();
    return recognise('', await this.#factsIn(folderOf(uri)));
  }

  /** Actions that fill an empty Dockerfile. */
  async actions({ textDocument, context }: CodeActionParams): Promise<readonly CodeAction[]> {
    if (!this.#support.codeActionLiterals || !wantsKind(context.only, CodeActionKind.QuickFix)) return [];
    const recipe = await this.recipeFor(textDocument.uri);
    const parsed = await this.#analyser.parsed(textDocument.uri);
    if (recipe === undefined || parsed === undefined || parsed.open.text.trim() !== '') return [];
    const { uri, version, text } = parsed.open;
    const whole = rangeOf(parsed.document.source, { start: 0, end: text.length });
    const edits = [{ range: whole, newText: recipe.dockerfile }];
    const write: CodeAction = {
      title: `Write a Dockerfile for this ${recipe.title}`,
      kind: CodeActionKind.QuickFix,
      edit: this.#support.documentChanges
        ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
        : { changes: { [uri]: edits } },
    };
    if (!this.#support.commands.has(addFilesCommand)) return [write];
    const title = 'Add Docker files to this project…';
    const command = { title, command: addFilesCommand, arguments: [folderOf(uri)] };
    return [write, { title, kind: CodeActionKind.QuickFix, command }];
  }

  /** The whole Dockerfile, in an empty one, as the first completion. */
  async completions({ textDocument, position }: CompletionParams): Promise<readonly CompletionItem[]> {
    const recipe = await this.recipeFor(textDocument.uri);
    if (recipe === undefined) return [];
    return [
      {
        label: `Dockerfile for this ${recipe.title}`,
        kind: CompletionItemKind.File,
        // In front of everything that begins with a letter.
        sortText: '!',
        filterText: 'Dockerfile',
        preselect: true,
        documentation: recipe.dockerfile,
        insertTextFormat: InsertTextFormat.PlainText,
        textEdit: { range: { start: position, end: position }, newText: recipe.dockerfile },
      },
    ];
  }

  async #factsIn(folder: string): ReturnType<FactStore['answer']> {
    const { projectQueries } = await knowledge();
    return this.#facts.answer(`${folder.replace(/\/$/, '')}/Dockerfile`, rootOf(this.#roots(), folder), (known) =>
      projectQueries('', known),
    );
  }
}
