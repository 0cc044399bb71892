import { commands, Uri, window, workspace, type QuickPickItem } from 'vscode';

/** A guide section `<file>` or `<file>#<heading>`, or a rule, as the build lists them. */
interface Page {
  readonly id: string;
  readonly title: string;
  /** Language of a rule; its page is `docs/rules/<language>/<id>.md`. */
  readonly language?: string;
}

/** Put in by the build from the guide and the rules. */
declare const guidePages: readonly Page[];
declare const rulePages: readonly Page[];

/** Opens a guide section in the built-in preview at its heading; asks which where none is named. */
export async function openGuide(extension: Uri, section: unknown): Promise<void> {
  const id =
    typeof section === 'string' ? section : await pick(guidePages, 'Open a section of the Docker Patterns guide');
  if (id === undefined) return;
  const [file = '', heading = ''] = id.split('#');
  if (!isName(file)) return;
  await open(Uri.joinPath(extension, 'guide', `${file}.md`).with({ fragment: heading }));
}

/** Opens the page of a rule in the built-in preview; asks which where none is named. */
export async function showRule(extension: Uri, rule: unknown): Promise<void> {
  const id = typeof rule === 'string' ? rule : await pick(rulePages, 'Show a rule of Docker Patterns');
  const page = rulePages.find((known) => known.id === id);
  if (page?.language === undefined) return;
  await open(Uri.joinPath(extension, 'docs', 'rules', page.language, `${page.id}.md`));
}

/** In a VS Code without its Markdown extension the page opens as text. */
async function open(page: Uri): Promise<void> {
  try {
    await commands.executeCommand('markdown.showPreview', page);
  } catch {
    await window.showTextDocument(await workspace.openTextDocument(page));
  }
}

async function pick(pages: readonly Page[], placeHolder: string): Promise<string | undefined> {
  const items: QuickPickItem[] = pages.map((page) => ({ label: page.title, description: page.id }));
  const chosen = await window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  return chosen?.description;
}

/** A plain file name: an argument never leads out of the folder of the guide. */
function isName(text: string): boolean {
  return /^[\w-]+$/.test(text);
}
