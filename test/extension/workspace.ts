import * as vscode from 'vscode';
import { patience, present, until } from './check.js';

function inWindow(path: string): vscode.Uri {
  return vscode.Uri.joinPath(present(vscode.workspace.workspaceFolders?.[0], 'a folder').uri, path);
}

/** Writes a file below the folder of the window, on disk or in memory, and resolves to its URI. */
export async function write(path: string, text: string): Promise<vscode.Uri> {
  const uri = inWindow(path);
  await makeFolder(vscode.Uri.joinPath(uri, '..'));
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Makes a folder below that of the window. */
export async function folder(path: string): Promise<void> {
  await makeFolder(inWindow(path));
}

const making = new Map<string, Promise<void>>();

/** Level by level: on Linux, nobody is told for good of what comes into a folder that is not watched yet. */
async function makeFolder(uri: vscode.Uri): Promise<void> {
  const key = uri.toString();
  const made = making.get(key) ?? makeWatched(uri).finally(() => making.delete(key));
  making.set(key, made);
  await made;
}

async function makeWatched(uri: vscode.Uri): Promise<void> {
  const isThere = await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  await makeFolder(vscode.Uri.joinPath(uri, '..'));
  const seen = created(uri);
  await vscode.workspace.fs.createDirectory(uri);
  await seen;
}

/** Resolves when VS Code tells that something was created, at the latest after two seconds. */
async function created(wanted: vscode.Uri): Promise<void> {
  const watcher = vscode.workspace.createFileSystemWatcher('**', false, true, true);
  let late: ReturnType<typeof setTimeout> | undefined;
  await new Promise<void>((resolve) => {
    watcher.onDidCreate((uri) => uri.toString() === wanted.toString() && resolve());
    late = setTimeout(resolve, 2000);
  });
  clearTimeout(late);
  watcher.dispose();
}

export async function remove(uri: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.delete(uri);
}

/** Removes a folder below that of the window with all that is in it. */
export async function removeFolder(path: string): Promise<void> {
  await vscode.workspace.fs.delete(inWindow(path), { recursive: true });
}

/** Writes a file and opens it in an editor. */
export async function open(path: string, text: string): Promise<vscode.TextDocument> {
  return openFile(await write(path, text));
}

export async function openFile(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Replaces the whole text, as a person does who pastes. */
export async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
}

/** Throws away what was not saved. */
export async function closeEditors(): Promise<void> {
  // VS Code writes its settings by itself, and is in the middle of that now and then.
  const isOwn = ({ uri }: vscode.TextDocument): boolean => uri.path.endsWith('/User/settings.json');
  const dirty = vscode.workspace.textDocuments.filter((document) => document.isDirty && !isOwn(document));
  for (const document of dirty) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The findings of Docker Patterns in a document. */
export function diagnosticsOf(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Docker Patterns');
}

/** The rule of a finding. */
export function idOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until the findings in a document are as wanted; asks with every change of them. */
export async function findings(what: string, document: vscode.TextDocument, wanted: () => boolean): Promise<void> {
  if (wanted()) return;
  const changes: vscode.Disposable[] = [];
  let late: ReturnType<typeof setTimeout> | undefined;
  await new Promise<void>((resolve, reject) => {
    const look = ({ uris }: vscode.DiagnosticChangeEvent): void => {
      if (uris.some((uri) => uri.toString() === document.uri.toString()) && wanted()) resolve();
    };
    changes.push(vscode.languages.onDidChangeDiagnostics(look));
    late = setTimeout(() => reject(new Error(`timed out waiting for ${what}`)), patience);
  }).finally(() => {
    clearTimeout(late);
    changes.forEach((change) => void change.dispose());
  });
}

/** Waits for a finding of a rule. */
export function diagnostic(document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> {
  return until(`${rule} in ${document.uri.path}`, () => diagnosticsOf(document).find((found) => idOf(found) === rule));
}

/** Waits until no finding of a rule is left. */
export async function noDiagnostic(document: vscode.TextDocument, rule: string): Promise<void> {
  await until(`no ${rule} in ${document.uri.path}`, () =>
    diagnosticsOf(document).some((found) => idOf(found) === rule) ? undefined : true,
  );
}

/** The code actions at a place, the edits of the first ones resolved. */
export async function actions(
  document: vscode.TextDocument,
  range: vscode.Range,
  resolved = 100,
): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    undefined,
    resolved,
  );
}

/** Applies the code action of a title. */
export async function runAction(document: vscode.TextDocument, range: vscode.Range, title: string): Promise<void> {
  const found = await actions(document, range);
  const titles = found.map((action) => action.title).join(', ');
  const action = present(
    found.find((candidate) => candidate.title === title),
    `"${title}" among ${titles}`,
  );
  if (action.edit) await vscode.workspace.applyEdit(action.edit);
  if (action.command) {
    await vscode.commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
  }
}
