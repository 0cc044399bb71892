import { commands, window, workspace, type QuickPickItem, type Uri } from 'vscode';
import { Pages } from './pages.js';

/** A guide section `<file>` or `<file>#<heading>`, as the build lists them. */
interface Section {
  readonly id: string;
  readonly title: string;
}

/** Put in by the build from the guide. */
declare const guidePages: readonly Section[];

/** Opens a guide section in the built-in preview at its heading; asks which where none is named. */
export async function openGuide(section: unknown): Promise<void> {
  const id =
    typeof section === 'string'
      ? section
      : await pick(guidePages, 'Open a section of the Docker Patterns guide', false);
  if (id === undefined) return;
  const [file = '', heading = ''] = id.split('#');
  if (!isName(file)) return;
  await open(Pages.uri(`guide/${file}.md`, heading));
}

/** Opens the page of a rule in the built-in preview; asks which where none is named. */
export async function showRule(pages: Pages, rule: unknown): Promise<void> {
  const rules = new Map(
    [...(await pages.rules())].map(([path, title]) => [path.replace(/^.*\/|\.md$/g, ''), { path, title }]),
  );
  const list = [...rules].map(([id, { title }]) => ({ id, title }));
  const id = typeof rule === 'string' ? rule : await pick(list, 'Show a rule of Docker Patterns', true);
  const page = rules.get(id ?? '');
  if (page !== undefined) await open(Pages.uri(page.path));
}

/** In a VS Code without its Markdown extension the page opens as text. */
async function open(page: Uri): Promise<void> {
  try {
    await commands.executeCommand('markdown.showPreview', page);
  } catch {
    await window.showTextDocument(await workspace.openTextDocument(page));
  }
}

/** Rules are known by their ids as well; that of a section says nothing that its title does not. */
async function pick(pages: readonly Section[], placeHolder: string, withId: boolean): Promise<string | undefined> {
  const items = pages.map(({ id, title }): QuickPickItem & Section => {
    return { id, title, label: title, ...(withId ? { description: id } : {}) };
  });
  const chosen = await window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  return chosen?.id;
}

/** A plain file name: an argument never leads out of the folder of the guide. */
function isName(text: string): boolean {
  return /^[\w-]+$/.test(text);
}
