import {
  FileType,
  TabInputText,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type QuickPickItem,
  type TextDocumentContentProvider,
} from 'vscode';

/** What the server answers to `dockerPatterns/proposeFiles`. */
export interface Proposal {
  readonly title: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly kept: readonly string[];
}

/** Asks the server for the files that a folder lacks. */
export type Propose = (folder: Uri) => Promise<Proposal | null | undefined>;

interface FileItem extends QuickPickItem {
  readonly path: string;
  readonly text: string;
}

/** Scheme of files that are shown and not there yet. */
const scheme = 'docker-patterns-proposal';

/** Every host of VS Code has it; the types of VS Code do not tell. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** Proposes Docker files for a project and shows each before it is written. */
export class Scaffold {
  readonly #propose: Propose;
  readonly #texts = new Map<string, string>();

  constructor(propose: Propose) {
    this.#propose = propose;
  }

  /** Shows the texts of proposed files. */
  get provider(): TextDocumentContentProvider {
    return { provideTextDocumentContent: (uri) => this.#texts.get(uri.path) ?? '' };
  }

  static get scheme(): string {
    return scheme;
  }

  /** For the folder that is named, that of a file, or that of the active editor. What exists is left alone. */
  async run(target: unknown): Promise<void> {
    const folder = await folderFor(target);
    if (folder === undefined) return;
    const proposal = await this.#propose(folder);
    if (!proposal) {
      void window.showInformationMessage(
        'Nothing in this folder tells what kind of project it is: there is no package.json, pyproject.toml, go.mod or the like. In a new Dockerfile, snippets begin with dp-.',
      );
      return;
    }
    if (proposal.files.length === 0) {
      void window.showInformationMessage(`This project has its Docker files already: ${proposal.kept.join(', ')}.`);
      return;
    }
    const chosen = await this.#confirm(proposal);
    if (chosen.length > 0) await write(folder, chosen);
  }

  /** Lets a person look at the files and choose among them; the file in question is shown behind the list. */
  #confirm({ title, files, kept }: Proposal): Promise<readonly FileItem[]> {
    const picker = window.createQuickPick<FileItem>();
    const there =
      kept.length === 0 ? '' : `; ${kept.join(', ')} ${kept.length === 1 ? 'stays as it is' : 'stay as they are'}`;
    picker.title = `Docker files for this ${title}${there}`;
    picker.placeholder = 'Nothing is written until you press OK; the arrow keys show each file';
    picker.canSelectMany = true;
    picker.ignoreFocusOut = true;
    const items = files.map(({ path, text }) => ({ label: path, description: 'new file', path, text }));
    for (const { path, text } of files) this.#texts.set(`/${path}`, text);
    picker.onDidChangeActive(([item]) => {
      if (item !== undefined) void show(Uri.from({ scheme, path: `/${item.path}` }), true);
    });
    picker.items = items;
    picker.selectedItems = items;
    // A list with ticks begins with no entry at hand, and nothing would be shown behind it.
    picker.activeItems = items.slice(0, 1);
    return new Promise((resolve) => {
      picker.onDidAccept(() => {
        resolve(picker.selectedItems);
        picker.dispose();
      });
      picker.onDidHide(() => {
        resolve([]);
        picker.dispose();
        void closeShown();
      });
      picker.show();
    });
  }
}

/** Takes the files that were only shown off the screen. */
async function closeShown(): Promise<void> {
  const tabs = window.tabGroups.all.flatMap(({ tabs: all }) => all);
  await window.tabGroups.close(
    tabs.filter(({ input }) => input instanceof TabInputText && input.uri.scheme === scheme),
    true,
  );
}

async function write(folder: Uri, files: readonly FileItem[]): Promise<void> {
  const edit = new WorkspaceEdit();
  for (const { path, text } of files) {
    edit.createFile(Uri.joinPath(folder, path), { overwrite: false, contents: new TextEncoder().encode(text) });
  }
  const [first] = files;
  if ((await workspace.applyEdit(edit)) && first !== undefined) await show(Uri.joinPath(folder, first.path), false);
}

async function show(uri: Uri, preserveFocus: boolean): Promise<void> {
  await window.showTextDocument(uri, { preserveFocus, preview: true }).then(undefined, () => undefined);
}

async function folderFor(target: unknown): Promise<Uri | undefined> {
  const named = typeof target === 'string' ? Uri.parse(target) : target instanceof Uri ? target : undefined;
  if (named !== undefined) return (await isFolder(named)) ? named : Uri.joinPath(named, '..');
  const active = window.activeTextEditor && workspace.getWorkspaceFolder(window.activeTextEditor.document.uri);
  if (active !== undefined) return active.uri;
  const [only, ...others] = workspace.workspaceFolders ?? [];
  if (only === undefined) {
    void window.showInformationMessage('Open the folder of a project first.');
    return undefined;
  }
  return others.length === 0 ? only.uri : (await window.showWorkspaceFolderPick())?.uri;
}

async function isFolder(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    ({ type }) => (type & FileType.Directory) !== 0,
    () => false,
  );
}
