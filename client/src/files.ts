import { FileSystemError, FileType, Uri, workspace } from 'vscode';

/** A question of the server about a file, as `dockerPatterns/readFile` carries it. */
export interface FileQuestion {
  readonly uri: string;
  readonly kind: 'exists' | 'read' | 'list';
}

export interface FileAnswer {
  readonly presence: 'present' | 'absent' | 'unknown';
  readonly text?: string;
  /** Names of a folder's entries; folders end in `/`. */
  readonly entries?: readonly string[];
}

/** Every host of VS Code has it; the types of VS Code do not tell. */
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/** Larger files are present, but their text stays unread. */
const maxBytes = 2_000_000;
const unknown: FileAnswer = { presence: 'unknown' };

/**
 * Answers from the workspace, also a virtual one. Outside the workspace folders, and behind symbolic links, which may
 * lead there, all is unknown. Never throws.
 */
export async function answer(question: FileQuestion): Promise<FileAnswer> {
  const uri = normalised(question.uri);
  const root = uri && folderAbove(uri);
  if (!uri || !root) return unknown;
  try {
    return await look(uri, root, question.kind);
  } catch (error) {
    return error instanceof FileSystemError && error.code === 'FileNotFound' ? { presence: 'absent' } : unknown;
  }
}

/** The text of a file. Rejects where there is none. */
export async function readText(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

async function look(uri: Uri, root: Uri, kind: FileQuestion['kind']): Promise<FileAnswer> {
  if (await isLinked(uri, root)) return unknown;
  if (kind === 'list') {
    const entries = await workspace.fs.readDirectory(uri);
    return {
      presence: 'present',
      entries: entries.map(([name, type]) => (type & FileType.Directory ? `${name}/` : name)),
    };
  }
  const stat = await workspace.fs.stat(uri);
  if (kind === 'exists' || stat.type & FileType.Directory || stat.size > maxBytes) return { presence: 'present' };
  return { presence: 'present', text: await readText(uri) };
}

/** Without `.` and `..`, so that a path cannot lead out of a folder by its spelling. */
function normalised(text: string): Uri | undefined {
  try {
    return Uri.joinPath(Uri.parse(text, true), '.');
  } catch {
    return undefined;
  }
}

/** The innermost workspace folder that holds a file. */
function folderAbove(uri: Uri): Uri | undefined {
  const folders = (workspace.workspaceFolders ?? []).map((folder) => folder.uri);
  return folders
    .filter(
      ({ scheme, authority, path }) =>
        uri.scheme === scheme && uri.authority === authority && `${uri.path}/`.startsWith(withSlash(path)),
    )
    .sort((a, b) => b.path.length - a.path.length)[0];
}

/** Whether a file, or a folder on the way to it from `root`, is a symbolic link. Rejects where there is none. */
async function isLinked(uri: Uri, root: Uri): Promise<boolean> {
  const names = uri.path.slice(withSlash(root.path).length).split('/');
  let at = root;
  for (const name of names) {
    if (name === '') continue;
    at = Uri.joinPath(at, name);
    if ((await workspace.fs.stat(at)).type & FileType.SymbolicLink) return true;
  }
  return false;
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}
