import { CodeAction, commands, Range, Uri, window, workspace } from 'vscode';

const kind = 'source.fixAll.dockerPatterns';
/** The request yields one action; resolving one is enough. */
const resolved = 1;

/** Applies every safe fix of a document: the one named, or that of the active editor. Says nothing if there are none. */
export async function fixAll(target: unknown): Promise<void> {
  const uri = target instanceof Uri ? target : window.activeTextEditor?.document.uri;
  if (!uri) return;
  const document = await workspace.openTextDocument(uri);
  const whole = new Range(0, 0, document.lineCount, 0);
  const actions = await commands.executeCommand<readonly CodeAction[] | undefined>(
    'vscode.executeCodeActionProvider',
    uri,
    whole,
    kind,
    resolved,
  );
  const edit = actions?.find((action) => action.kind?.value === kind)?.edit;
  if (edit) await workspace.applyEdit(edit);
}
