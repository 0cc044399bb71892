import { Position, SnippetString, window, workspace, type TextEditor, type TextLine, type Uri } from 'vscode';
import { isEditable } from './documents.js';

/** A snippet that a link may name. */
interface Insertable {
  readonly id: string;
  /** Ids of the languages it is for; the first one is that of a new document. */
  readonly languages: readonly string[];
  /** Name of its file in `snippets/`. */
  readonly file: string;
}

/** Put in by the build from `snippets/`. */
declare const insertables: readonly Insertable[];

/**
 * Answers `<scheme>://docker-patterns.docker-patterns/insert?snippet=<id>`: inserts the snippet of that id into the
 * editor at hand, or into a new document where there is none of its language. Any other link does nothing. `read` gives
 * the text of a file in `snippets/`.
 */
export async function insertFrom(
  link: Pick<Uri, 'path' | 'query'>,
  read: (file: string) => Promise<string>,
): Promise<void> {
  const id = link.path === '/insert' ? /^snippet=([a-z0-9-]+)$/.exec(link.query)?.[1] : undefined;
  const snippet = insertables.find((known) => known.id === id);
  if (snippet === undefined) return;
  const body = await bodyOf(snippet, read);
  if (body === undefined) return;
  const editor = editorFor(snippet.languages) ?? (await newEditor(snippet.languages[0]));
  const [at, before] = placeIn(editor);
  await window.showTextDocument(editor.document, {
    preserveFocus: false,
    ...(editor.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn }),
  });
  await editor.insertSnippet(new SnippetString(before + body), at);
}

async function bodyOf({ id, file }: Insertable, read: (file: string) => Promise<string>): Promise<string | undefined> {
  const text = await read(file);
  const declared = JSON.parse(text) as Record<string, { readonly prefix: readonly string[]; readonly body: string[] }>;
  return Object.values(declared)
    .find(({ prefix }) => prefix[0] === `dp-${id}`)
    ?.body.join('\n');
}

/** The active editor; or the only one in sight, because a page of the guide that has the focus is no editor. */
function editorFor(languages: readonly string[]): TextEditor | undefined {
  const fits = ({ document }: TextEditor): boolean => languages.includes(document.languageId) && isEditable(document);
  const active = window.activeTextEditor;
  if (active !== undefined && fits(active)) return active;
  const [first, ...others] = window.visibleTextEditors.filter(fits);
  return others.length === 0 ? first : undefined;
}

async function newEditor(language = 'plaintext'): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument({ language }));
}

/** Where a snippet goes, and what comes before it: never into a line that has something in it. */
function placeIn({ document, selection }: TextEditor): readonly [Position, string] {
  let line: TextLine = document.lineAt(selection.active.line);
  if (line.isEmptyOrWhitespace) return [line.range.end, ''];
  // A line of YAML and the next one are alike in their indentation.
  if (document.languageId !== 'dockerfile') return [line.range.end, '\n'];
  while (/[\\`][ \t]*$/.test(line.text) && line.lineNumber + 1 < document.lineCount)
    line = document.lineAt(line.lineNumber + 1);
  const next = line.lineNumber + 1;
  return next < document.lineCount ? [new Position(next, 0), ''] : [line.range.end, '\n'];
}
